package io.crmkit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTest {

    @ParameterizedTest
    @CsvSource({
        "'  Ali.Rezaei@Example.COM ', Ali.Rezaei@example.com",
        "ａｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ, ali@example.com",
        "a+b_c-d@mail.example.co, a+b_c-d@mail.example.co",
        "o'neil@example.ie, o'neil@example.ie",
        "உதவி@எடுத்துக்காட்டு.இந்தியா, உதவி@எடுத்துக்காட்டு.இந்தியா",
        "'\u00a0x@xn--mgba3a4f16a.ir', x@xn--mgba3a4f16a.ir"
    })
    void anAddressGetsItsStoredForm(String raw, String normalised) {
        assertThat(Emails.normalise(raw)).contains(normalised);
        assertThat(Emails.normalise(normalised)).contains(normalised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ali",
                "ali@",
                "@example.com",
                "ali@localhost",
                "a@b@c.com",
                "a b@example.com",
                "ali@exa mple.com",
                "ali@example.com\r\nBcc: x@evil.example",
                "ali\n@example.com",
                "ali\u0000@example.com",
                "a\t@example.com",
                "ali@example.com\n",
                "\"a b\"@example.com",
                "Ali <ali@example.com>",
                "a,b@example.com",
                ".a@example.com",
                "a.@example.com",
                "a..b@example.com",
                "a@-example.com",
                "a@example-.com",
                "a@.com",
                "a@example.com.",
                "a@example..com",
                "a\u200bb@example.com",
                "a@exam\u202eple.com",
                "\ud800@example.com",
                "a@[127.0.0.1]",
                "a\u2028@example.com",
                "a@exa_mple.com",
                "a(b)@example.com",
                "a@example.com;b@example.com"
            })
    void whatIsNotOnePlainAddressIsRefused(String raw) {
        assertThat(Emails.normalise(raw)).isEmpty();
    }

    @Test
    void veryLongAddressesAreRefused() {
        assertThat(Emails.normalise("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(Emails.normalise("a@" + "b.".repeat(130) + "com")).isEmpty();
        assertThat(Emails.normalise("a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void theKeyIgnoresCase() {
        assertThat(Emails.key("Ali.Rezaei@example.com")).isEqualTo("ali.rezaei@example.com");
    }

    @Test
    void theMaskShowsFirstCharactersOnly() {
        assertThat(Emails.mask("ali@example.com")).isEqualTo("a***@e***");
        assertThat(Emails.mask("👍x@y.com")).isEqualTo("👍***@y***");
        assertThat(Emails.mask("broken")).isEqualTo("***");
    }
}
