package io.crmkit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphemesTest {

    @ParameterizedTest
    @CsvSource({
        "hello, 5, hello",
        "hello, 4, hel…",
        "hello, 1, …",
        "سلام دنیا, 6, سلام…",
        "می\u200cخواهم, 8, می\u200cخواهم",
        "می\u200cخواهم, 4, می\u200cخ…",
        "கொண்டு, 3, கொண்டு",
        "கொண்டு, 2, கொ…",
        "👨\u200d👩\u200d👧👍🏽🇮🇷x, 3, 👨\u200d👩\u200d👧👍🏽…",
        "👨\u200d👩\u200d👧👍🏽🇮🇷x, 4, 👨\u200d👩\u200d👧👍🏽🇮🇷x",
        "e\u0301e\u0301e\u0301, 2, e\u0301…"
    })
    void aTextIsCutBetweenVisibleCharacters(String text, int max, String cut) {
        assertThat(Graphemes.cut(text, max)).isEqualTo(cut);
    }

    @Test
    void heapsOfMarksDoNotMakeItLong() {
        String heap = "a" + "\u0301".repeat(100_000) + "b";

        assertThat(Graphemes.cut(heap, 10).length()).isLessThanOrEqualTo(161);
        assertThat(Graphemes.cut("ok " + heap, 10)).isEqualTo("ok…");
    }

    @Test
    void theLimitIsAtLeastOne() {
        assertThatThrownBy(() -> Graphemes.cut("x", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Graphemes.cut("", 1)).isEmpty();
    }
}
