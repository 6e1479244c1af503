package io.crmkit.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.customer.MatchTier;
import io.crmkit.spi.storage.SearchFeatures;
import io.crmkit.spi.storage.SearchTerm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchPlanTest {
    private static final List<String> NAMES = List.of(
            "علی",
            "علی رضا",
            "علیرضا",
            "رضایی",
            "كريمي",
            "محمّد",
            "நாராயணன்",
            "கவிதா",
            "முருகன்",
            "Ali",
            "Alireza",
            "O.Neill",
            "ali_r87",
            "ali.rezaei@example.com",
            "9123456789",
            "09123456789",
            "12 34-56");

    @Test
    void keysAreLookedForOutsideOfAttributesAndNothingElseIs() {
        SearchPlan plan = SearchPlan.of(
                "+98 912 345 6789", List.of(Key.of("+989123456789"), Key.of("🙂")), List.of("9123456789"));

        plan.tiers(EnumSet.allOf(MatchTier.class))
                .forEach((tier, conditions) -> assertThat(conditions.terms())
                        .as(tier.name())
                        .flatExtracting(SearchTerm::patterns)
                        .allMatch(pattern -> SearchFeatures.mayHold(SearchFeatures.Kind.ATTRIBUTE, pattern)
                                != (tier == MatchTier.EXACT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ali_r87", "ali.rezaei@example.com", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "989123456789"})
    void whoHasAnIdentifierHasItsValueAndEachTierIsPartOfTheNext(String typed) {
        SearchPlan plan = SearchPlan.of(typed, List.of(Key.of(typed), new Key("x" + typed, typed)), List.of());

        assertThat(List.copyOf(plan.tiers(EnumSet.range(MatchTier.EXACT, MatchTier.PART))
                        .values()))
                .hasSize(6)
                .satisfies(tiers -> {
                    for (int next = 1; next < tiers.size(); next++) {
                        assertThat(tiers.get(next - 1).isPartOf(tiers.get(next)))
                                .as("%d", next)
                                .isTrue();
                        assertThat(tiers.get(next).isPartOf(tiers.get(next - 1)))
                                .as("%d", next)
                                .isFalse();
                    }
                });
    }

    @Test
    void ofANameAndOfWhatIsWrittenOtherwiseKeysAreEnough() {
        assertThat(exactTerms("علی", Key.of("علی"))).isEqualTo(1);
        assertThat(exactTerms("ali87", Key.of("ali88"))).isEqualTo(1);
        assertThat(exactTerms("ali87", Key.of("..."))).isEqualTo(1);
        assertThat(exactTerms("ali87", Key.of("(Ali87)"))).isEqualTo(2);
    }

    private static int exactTerms(String typed, Key key) {
        return SearchPlan.of(typed, List.of(key), List.of())
                .tier(MatchTier.EXACT)
                .orElseThrow()
                .terms()
                .size();
    }

    @Test
    void noTextHasHalfACharacter() {
        String text = new Searchable().addName("Ali🙂🙃").addKey(Key.of("x🙂")).text();

        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "علي رضايي, VALUE",
        "رضایی علی, VALUE",
        "علیرضایی, VALUE",
        "رضای, PREFIX",
        "ضایی, SUFFIX",
        "ضای, PART",
        "۶۷۸۹, WORD",
        "۵۶۷۸۹, SUFFIX",
        "ali.rezaei, WORD",
        "ali.rez, PREFIX",
        "rezaei, WORD",
        "example.com, WORD",
        "ample, PART",
        "rezaie, APPROXIMATE",
        "رضابی, APPROXIMATE",
        "علی رضبیی, APPROXIMATE",
        "علی 912, PART"
    })
    void theTierSaysHowWellItMatches(String typed, MatchTier tier) {
        Searchable text = new Searchable()
                .addName("علی")
                .addName("رضایی")
                .addName("علی رضایی")
                .add("ali.rezaei@example.com")
                .add("۰۹۱۲ ۳۴۵ ۶۷۸۹");

        assertThat(tier(typed, text.text())).contains(tier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200c",
                "...",
                "@",
                "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"
            })
    void nothingIsLookedForWhereNoWordIs(String typed) {
        assertThat(SearchPlan.of(typed, Set.of(Key.of("x")), List.of()).tiers(EnumSet.allOf(MatchTier.class)))
                .isEmpty();
    }

    @Test
    void aSecretIsInNoText() {
        String key = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";

        assertThat(new Searchable()
                        .add("my key " + key)
                        .addName(key)
                        .addKey(Key.of(key))
                        .text())
                .isEmpty();
    }

    @Test
    void aKeyIsFoundInItsCaseOnly() {
        String text = new Searchable()
                .addKey(Key.of("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"))
                .text();

        assertThat(exact("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", text)).isTrue();
        assertThat(exact("tr7nhqjekqxgtci8q8zy4pl8otszgjlj6t", text)).isFalse();
        assertThat(exact("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6", text)).isFalse();
    }

    @Test
    void aSlipInALongAddressSparesHalfOfIt() {
        String text = new Searchable().add("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t").text();

        assertThat(tier("TR7NHqjeKQxGTCi8q8ZY4pL8otSzqjLj6t", text)).contains(MatchTier.APPROXIMATE);
        assertThat(tier("TR7NHqjeKQxGTCi8q8", text)).contains(MatchTier.PREFIX);
        assertThat(tier("TR7NHqjeKQxGTC18q8", text)).isEmpty();
    }

    private static boolean exact(String key, String text) {
        return holds(SearchPlan.of(key, Set.of(Key.of(key)), List.of()), MatchTier.EXACT, text);
    }

    @Test
    void slipsAreOneLetterMissingTooMuchWrongOrMoved() {
        String text = new Searchable().addName("Rezaei").text();

        for (String slip : List.of("Rezai", "Rezzaei", "Rezqei", "Rezaie", "eRzaei", "ezaei", "Rezaeix")) {
            if (tier(slip, text).filter(tier -> tier != MatchTier.APPROXIMATE).isEmpty()) {
                assertThat(tier(slip, text)).as(slip).contains(MatchTier.APPROXIMATE);
            }
        }
        for (String other : List.of("Razoei", "Rxzxei", "R", "Rei")) {
            assertThat(tier(other, text).filter(MatchTier.APPROXIMATE::equals))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void thePlanFindsWhatComparingWordsFinds() {
        Random random = new Random(17);
        Map<MatchTier, Integer> seen = new EnumMap<>(MatchTier.class);
        for (int i = 0; i < 30_000; i++) {
            List<String> names = List.of(pick(random, NAMES), pick(random, NAMES), pick(random, NAMES));
            Searchable text = new Searchable();
            names.forEach(text::addName);
            String typed = typed(random, names);

            Optional<MatchTier> tier = tier(typed, text.text());

            assertThat(tier)
                    .as("%s in %s", typed, names)
                    .isEqualTo(WordByWord.of(names).tier(typed));
            tier.ifPresent(found -> seen.merge(found, 1, Integer::sum));
        }
        assertThat(seen).hasSize(MatchTier.values().length - 1);
        assertThat(seen.values()).allMatch(count -> count > 100);
    }

    /** Parts of words of these or other names, some with a slip. */
    private static String typed(Random random, List<String> names) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            String name = pick(random, random.nextInt(4) == 0 ? NAMES : names);
            String word = pick(random, List.of(name.split("[ .@_-]")));
            int from = random.nextInt(3) == 0 ? random.nextInt(word.length()) : 0;
            int to = random.nextInt(3) == 0 ? from + 1 + random.nextInt(word.length() - from) : word.length();
            StringBuilder part = new StringBuilder(word.substring(from, to));
            if (random.nextInt(4) == 0) {
                part.setCharAt(
                        random.nextInt(part.length()),
                        pick(random, List.of("a", "ر", "ன", "7")).charAt(0));
            }
            words.add(part.toString());
        }
        return String.join(" ", words);
    }

    private static <T> T pick(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static Optional<MatchTier> tier(String typed, String text) {
        SearchPlan plan = SearchPlan.of(typed, Set.of(), List.of());
        return Arrays.stream(MatchTier.values())
                .filter(tier -> holds(plan, tier, text))
                .findFirst();
    }

    private static boolean holds(SearchPlan plan, MatchTier tier, String text) {
        return plan.tier(tier)
                .filter(conditions -> conditions.terms().stream().allMatch(term -> term.occursIn(text)))
                .isPresent();
    }
}
