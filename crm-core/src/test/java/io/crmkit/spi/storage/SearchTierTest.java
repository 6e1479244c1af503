package io.crmkit.spi.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchTierTest {
    @Test
    void aTierWithLongerPatternsIsPartOfOneWithPartsOfThem() {
        SearchTier whole = tier(SearchTerm.of("[ali]"));
        SearchTier beginning = tier(SearchTerm.of("[al"));
        SearchTier either = tier(new SearchTerm(List.of("[al", "x")));
        SearchTier both = tier(SearchTerm.of("[ali]"), SearchTerm.of("x"));

        assertThat(whole.isPartOf(whole)).isTrue();
        assertThat(whole.isPartOf(beginning)).isTrue();
        assertThat(beginning.isPartOf(whole)).isFalse();
        assertThat(beginning.isPartOf(either)).isTrue();
        assertThat(either.isPartOf(beginning)).isFalse();
        assertThat(both.isPartOf(beginning)).isTrue();
        assertThat(beginning.isPartOf(both)).isFalse();
    }

    @Test
    void aPatternThatHasAnotherOneInItIsLeftOut() {
        assertThat(SearchTerm.oneOf(Set.of("ali", "alireza", "reza")).patterns())
                .containsExactlyInAnyOrder("ali", "reza");
        assertThat(SearchTerm.oneOf(Set.of("ali")).patterns()).containsExactly("ali");
    }

    @Test
    void whatIsInATierIsInEachThatItIsPartOf() {
        Random random = new Random(11);
        int parts = 0;
        for (int i = 0; i < 20_000; i++) {
            SearchTier one = random(random);
            SearchTier other = random(random);
            if (one.isPartOf(other)) {
                parts++;
                for (int text = 0; text < 10; text++) {
                    String some = letters(random, 6);
                    assertThat(!holds(one, some) || holds(other, some))
                            .as("%s, %s in %s", patterns(one), patterns(other), some)
                            .isTrue();
                }
            }
        }
        assertThat(parts).isGreaterThan(500);
    }

    private static List<List<String>> patterns(SearchTier tier) {
        return tier.terms().stream().map(SearchTerm::patterns).toList();
    }

    private static SearchTier random(Random random) {
        return new SearchTier(Stream.generate(() -> new SearchTerm(Stream.generate(() -> letters(random, 3))
                        .limit(1 + random.nextInt(2))
                        .toList()))
                .limit(1 + random.nextInt(2))
                .toList());
    }

    private static String letters(Random random, int most) {
        return random.ints(1 + random.nextInt(most), 0, 2)
                .mapToObj(c -> c == 0 ? "a" : "b")
                .collect(Collectors.joining());
    }

    private static boolean holds(SearchTier tier, String text) {
        return tier.terms().stream().allMatch(term -> term.occursIn(text));
    }

    private static SearchTier tier(SearchTerm... terms) {
        return new SearchTier(List.of(terms));
    }
}
