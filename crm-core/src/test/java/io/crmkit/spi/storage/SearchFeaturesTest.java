package io.crmkit.spi.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.spi.storage.SearchFeatures.Kind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchFeaturesTest {
    private static final char[] ALPHABET = {
        'a', 'b', 'ر', 'ض', 'க', '\u0bbf', '\ud83d', '\ude42', '1', '2', '3', '1', '2', '3', ' ', '.', '\n', '\n',
        '\u0002', '\u0002', '\u0003', '\u0003', '\u0005'
    };

    @Test
    void aTextHasEveryFeatureThatItsPartsRequire() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(1 + random.nextInt(30), 0, ALPHABET.length)
                    .mapToObj(c -> String.valueOf(ALPHABET[c]))
                    .collect(Collectors.joining());
            int from = random.nextInt(text.length());
            int to = from + 1 + random.nextInt(text.length() - from);
            Kind kind = Kind.values()[random.nextInt(3)];

            assertThat(features(index(kind, text))).containsAll(features(kind, text.substring(from, to)));
        }
    }

    @Test
    void wordsTheirBeginningsTheirPartsAndLinesAreTellingEach() {
        String text = "\n\u0002ali\u0003.\u0002rezaei\u0003\n";

        assertThat(SearchFeatures.required(Kind.OPEN, "ali")).hasSize(1);
        assertThat(SearchFeatures.required(Kind.OPEN, "\u0002al")).hasSize(2);
        assertThat(SearchFeatures.required(Kind.OPEN, "\u0002ali\u0003")).hasSize(5);
        assertThat(SearchFeatures.required(Kind.OPEN, "i\u0003.\u0002r")).hasSize(1 + 1);
        assertThat(SearchFeatures.required(Kind.OPEN, "li\u0003.\u0002re")).hasSize(1 + 1 + 1 + 2);
        assertThat(SearchFeatures.required(Kind.OPEN, "zaei\u0003\n")).hasSize(3);
        assertThat(SearchFeatures.of(index(Kind.OPEN, text))).hasSize(1 + 3 + 3 + 2 + 1 + 4 + 1 + 1 + 2);
        assertThat(SearchFeatures.required(Kind.OPEN, text))
                .as("a line tells all")
                .hasSize(1);
        assertThat(SearchFeatures.required(Kind.OPEN, "\nr\u0005e\u0005z\n")).hasSize(1);
        assertThat(SearchFeatures.required(Kind.OPEN, "re")).isEmpty();
    }

    @Test
    void fourOrFiveDigitsBesideEachOtherAreTelling() {
        assertThat(SearchFeatures.required(Kind.CONTACT, "3795")).hasSize(2 + 1);
        assertThat(SearchFeatures.required(Kind.CONTACT, "37953")).hasSize(1);
        assertThat(SearchFeatures.required(Kind.CONTACT, "a379531b")).hasSize(2 + 2);
        assertThat(SearchFeatures.required(Kind.CONTACT, "379f53")).hasSize(4);
        assertThat(SearchFeatures.of(index(Kind.CONTACT, "37953"))).hasSize(3 + 2 + 1);
    }

    @Test
    void theKindsOfTextsShareNothing() {
        String text = "\n\u0002ali\u0003\n";
        CustomerIndex index =
                new CustomerIndex(Set.of(), Set.of(), text, text, Map.of("city", text, "kyc.level", text));

        int each = features(index(Kind.OPEN, text)).size();

        assertThat(SearchFeatures.of(index)).hasSize(3 * each).isSorted().doesNotHaveDuplicates();
        assertThat(features(index(Kind.CONTACT, text))).doesNotContainAnyElementsOf(features(index(Kind.OPEN, text)));
    }

    @Test
    void keysAreLookedForInTheTextsThatMayHoldThem() {
        String key = "\n=\u0005+\u00059\u00058\n";

        assertThat(SearchFeatures.mayHold(Kind.OPEN, key)).isTrue();
        assertThat(SearchFeatures.mayHold(Kind.CONTACT, key)).isTrue();
        assertThat(SearchFeatures.mayHold(Kind.ATTRIBUTE, key)).isFalse();
        assertThat(SearchFeatures.mayHold(Kind.ATTRIBUTE, "\n=\u0002ali\u0003\n"))
                .isTrue();
        assertThat(SearchFeatures.mayHold(Kind.ATTRIBUTE, "\n=")).isTrue();
    }

    private static CustomerIndex index(Kind kind, String text) {
        return new CustomerIndex(
                Set.of(),
                Set.of(),
                kind == Kind.OPEN ? text : "",
                kind == Kind.CONTACT ? text : "",
                kind == Kind.ATTRIBUTE ? Map.of("city", text) : Map.of());
    }

    private static List<Integer> features(CustomerIndex index) {
        return IntStream.of(SearchFeatures.of(index)).boxed().toList();
    }

    private static List<Integer> features(Kind kind, String text) {
        return IntStream.of(SearchFeatures.required(kind, text)).boxed().toList();
    }
}
