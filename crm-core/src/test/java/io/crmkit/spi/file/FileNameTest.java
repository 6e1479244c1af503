package io.crmkit.spi.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.error.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "Z9", "aB3dE6gH9jK2mN5pQ8sT-a17-c9.docx", "a.b.c", "a_b-c", "0-.x"})
    void namesOfPlainLettersAreTaken(String name) {
        assertThat(new FileName(name)).hasToString(name);
    }

    static String[] hostileNames() {
        return new String[] {
            "",
            " ",
            ".",
            "..",
            ".hidden",
            "a.",
            "a..b",
            "../a",
            "a/b",
            "a\\b",
            "/a",
            "a\r\nDELE b",
            "a\nb",
            "a\0b",
            "a b",
            "a\u202Egpj.exe",
            "a\u200Cb",
            "پرونده",
            "கோப்பு",
            "a;b",
            "a%2e%2e",
            "a:b",
            "a*",
            "-rf",
            "_a",
            "a\tb",
            "a\u00ADb",
            "க".repeat(255),
            "a".repeat(249),
            "a".repeat(300)
        };
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void namesThatCouldMeanSomethingAreRefused(String name) {
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> new FileName(name));
    }

    @Test
    void theLongestNameIsTaken() {
        assertThat(new FileName("a".repeat(248)).value()).hasSize(248);
    }
}
