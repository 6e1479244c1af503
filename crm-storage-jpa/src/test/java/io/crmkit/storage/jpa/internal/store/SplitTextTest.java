package io.crmkit.storage.jpa.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A text in two parts holds what it held as a whole. */
class SplitTextTest {
    private static final List<String> PIECES = List.of(
            "\n",
            "\n",
            "a",
            "b",
            "ali",
            "\u0002",
            "\u0003",
            "\u0005",
            "\n=\u0005k\u0005v\n",
            "\n~\u0005a\n",
            "\n~\u0005🙂\u0005a\n",
            "🙂",
            " ");

    private final Random random = new Random(3);

    @Test
    void linesThatAreFoundAsAWholeStandApart() {
        SplitText split = SplitText.of("\n\u0002ali\u0003\n=\u0005k\u00051\n~\u0005a\n");

        assertThat(split.text()).isEqualTo("\n\u0002ali\u0003\n");
        assertThat(split.lines()).isEqualTo("\n=\u0005k\u00051\n~\u0005a\n");
        assertThat(SplitText.of("\n\u0002a\u0003\n=\u0005k\u0005🙂\n").lines()).isEqualTo("\n=\u0005k\u0005🙂\n");
        assertThat(SplitText.of("\n\u0002a\u0003\n=\u0005k🙂\n").lines()).isEmpty();
    }

    @Test
    void bothPartsTogetherAreTheText() {
        for (int i = 0; i < 20_000; i++) {
            String whole = some(8);
            assertThat(SplitText.of(whole).whole()).isEqualTo(whole);
        }
    }

    @Test
    void aPatternIsFoundInThePartsIfItOccursInTheText() {
        int occurred = 0;
        for (int i = 0; i < 200_000; i++) {
            String whole = some(8);
            String pattern = some(3);
            if (!pattern.isEmpty()) {
                assertThat(occurs(SplitText.of(whole), pattern))
                        .as(() -> whole.replace("\n", "|") + " : " + pattern.replace("\n", "|"))
                        .isEqualTo(whole.contains(pattern));
                occurred += whole.contains(pattern) ? 1 : 0;
            }
        }
        assertThat(occurred).isGreaterThan(10_000);
    }

    private static boolean occurs(SplitText split, String pattern) {
        return split.text().contains(pattern)
                || switch (SplitText.placeOf(pattern)) {
                    case TEXT -> false;
                    case EITHER -> split.lines().contains(pattern);
                    case ACROSS ->
                        (split.text()
                                        + (split.lines().isEmpty()
                                                ? ""
                                                : split.lines().substring(1)))
                                .contains(pattern);
                };
    }

    private String some(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
