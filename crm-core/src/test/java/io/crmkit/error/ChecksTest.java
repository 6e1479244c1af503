package io.crmkit.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

    @Test
    void controlCharactersAreRefusedButTabAndLineEnds() {
        for (char c = 0; c < Character.MIN_SURROGATE; c++) {
            String text = "பணம்" + c + "پول";
            assertThat(isRefused(text))
                    .as("U+%04X", (int) c)
                    .isEqualTo(CONTROL.matcher(text).find());
        }
    }

    @Test
    void halvesOfCharactersAreRefused() {
        assertThat(isRefused("paid 💰")).isFalse();
        assertThat(isRefused("💰💰")).isFalse();
        assertThat(isRefused("\uD83D")).isTrue();
        assertThat(isRefused("\uDCB0 paid")).isTrue();
        assertThat(isRefused("💰\uD83D")).isTrue();
        assertThat(isRefused("\uDCB0\uD83D")).isTrue();
        assertThat(isRefused("\uD83D\uD83D\uDCB0")).isTrue();
    }

    private static boolean isRefused(String text) {
        Checks checks = Checks.that("note").text("text", text, 1, 100);
        return catchThrowableOfType(InvalidRequestException.class, checks::done) != null;
    }
}
