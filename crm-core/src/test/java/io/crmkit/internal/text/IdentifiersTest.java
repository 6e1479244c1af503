package io.crmkit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentifiersTest {

    @Test
    void digitsAreFoldedAndCaseIsKept() {
        assertThat(Identifiers.normalise(" \u00a0AbC-۱۲٣௪\u200f\t")).contains("AbC-1234");
        assertThat(Identifiers.normalise("5HueCGU8rMjxEXxiPuD5BDku")).contains("5HueCGU8rMjxEXxiPuD5BDku");
    }

    @Test
    void invisibleCharactersAreRemoved() {
        assertThat(Identifiers.normalise("\ufeffA\u200cB\u202eC\u00ad")).contains("ABC");
    }

    @Test
    void nothingAndControlCharactersInsideAreRefused() {
        assertThat(Identifiers.normalise(" \u200b ")).isEmpty();
        assertThat(Identifiers.normalise("a\nb")).isEmpty();
        assertThat(Identifiers.normalise("a\u0000")).isEmpty();
        assertThat(Identifiers.normalise("a\ud800")).isEmpty();
    }
}
