package io.crmkit.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Work grows with the length of the input, not faster. The sanitizer counts no steps, so this measures time: the best
 * of several runs at half the limit and at the limit. Linear work gives a ratio of 2, quadratic work 4. The bounds are
 * generous, for machines that are busy with other things: a run below the noise passes without a ratio.
 */
class RichTextEffortTest {

    private static final int RUNS = 3;
    private static final long NOISE_NANOS = 150_000_000L;
    private static final long LIMIT_NANOS = 2_000_000_000L;
    private static final int MAX_GROWTH = 10;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"",
                "<a href=\">",
                "<",
                "<b>",
                "<p>x",
                "<b><i><u><s>",
                "<b><p>x",
                "<ul><li>",
                "<div>",
                "<b><p></b>",
                "</b><b>",
                "<!--",
                "&",
                "&#",
                "<a b=",
                "<a href=https://x.example >",
                "{",
                "\n",
                "<blockquote>",
                "<script>",
                "<style>",
                "<select><option>",
                "<svg><math>",
                "<table><tr><td>",
                "<![CDATA[",
                "<pre>\n",
                "می\u200c",
                "\u0301\u0323"
            })
    void hostileInputOfTwiceTheLengthTakesAboutTwiceTheTime(String unit) {
        String whole = unit.repeat(RichText.MAX_INPUT / unit.length());
        String half = whole.substring(0, whole.length() / 2);

        long halfTime = bestTime(half);
        long wholeTime = bestTime(whole);

        assertThat(wholeTime).isLessThan(LIMIT_NANOS);
        assertThat((double) wholeTime / Math.max(halfTime, NOISE_NANOS)).isLessThan(3.5);
        assertThat(RichText.of(whole).html().length()).isLessThanOrEqualTo(MAX_GROWTH * RichText.MAX_INPUT);
    }

    private static long bestTime(String input) {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            RichText.of(input);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
