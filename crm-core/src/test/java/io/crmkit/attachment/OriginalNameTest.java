package io.crmkit.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.error.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalNameTest {
    private static final int MOST_CODE_POINTS = 120;
    private static final int MOST_BYTES = 255;

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "receipt.pdf,receipt.pdf",
                "RECEIPT.PDF,RECEIPT.pdf",
                "رسید برداشت.pdf,رسید برداشت.pdf",
                "می\u200Cخواهم.jpg,می\u200Cخواهم.jpg",
                "ரசீது.png,ரசீது.png",
                "../../etc/passwd,passwd",
                "..\\..\\boot.ini,boot.ini",
                "/var/tmp/a.png,a.png",
                "C:\\Users\\a.png,a.png",
                "photo\u202Egpj.exe,photogpj.exe",
                "\u2066a\u2069.png,a.png",
                "a\0.png,a.png",
                ".htaccess,htaccess",
                "-rf.png,rf.png",
                "a.png. . ,a.png",
                "a   b.png,a b.png",
                "a\u00A0b.png,a b.png",
                "a .png,a.png",
                "con.png,_con.png",
                "CON.tar.png,_CON.tar.png",
                "console.png,console.png",
                "what?<is>this|.png,what__is_this_.png",
                "a:b.png,a_b.png",
                "e\u0301.png,\u00E9.png",
                "a\u200C\u200Cb.png,ab.png",
                "\uFEFFa.png,a.png",
                ".png,png",
                "...,file",
                "/,file",
            })
    void isCleanedByTheseRules(String raw, String cleaned) {
        assertThat(OriginalName.of(raw).value()).isEqualTo(cleaned);
    }

    @Test
    void lineEndsCannotBeginAnotherCommand() {
        assertThat(OriginalName.of("a.png\r\nDELE other.png").value()).isEqualTo("a.pngDELE other.png");
        assertThat(OriginalName.of("").value()).isEqualTo("file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "க", "கொ", "ی", "\uD83D\uDE00", "e\u0301\u0302\u0303"})
    void longNamesLoseWholeCharactersAndKeepTheirExtension(String character) {
        String value = OriginalName.of(character.repeat(255) + ".jpeg").value();

        assertThat(value).endsWith(".jpeg");
        assertThat(value.codePointCount(0, value.length())).isBetween(50, MOST_CODE_POINTS);
        assertThat(value.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(MOST_BYTES);
        String stem = value.substring(0, value.length() - ".jpeg".length());
        String whole = OriginalName.of(character).value();
        assertThat(stem.replace(whole, "")).isEmpty();
    }

    @Test
    void aNameOfThreeHundredBytesIsShortened() {
        assertThat(OriginalName.of("a".repeat(296) + ".pdf").value()).isEqualTo("a".repeat(116) + ".pdf");
    }

    @Test
    void oneEndlessCharacterIsNoName() {
        assertThat(OriginalName.of("a" + "\u0301".repeat(500) + ".png").value()).isEqualTo("file.png");
    }

    @Test
    void theExtensionIsWhatFollowsTheLastDot() {
        assertThat(OriginalName.of("a.tar.PNG").extension()).contains("png");
        assertThat(OriginalName.of("a").extension()).isEmpty();
        assertThat(OriginalName.of("a.").extension()).isEmpty();
        assertThat(OriginalName.of("a.p\u0131ng").extension()).isEqualTo(Optional.empty());
    }

    @Test
    void cleaningTwiceIsCleaningOnce() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String raw = random.ints(random.nextInt(40), 0, 0x3000)
                    .map(c -> random.nextInt(4) == 0 ? "./\\ -:\u200C\u202E\n".charAt(c % 9) : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String once = OriginalName.of(raw).value();

            assertThat(OriginalName.of(once).value()).isEqualTo(once);
            assertThat(once).isNotEmpty().doesNotContain("/", "\\", "\n", "\u202E", "\0", ":");
        }
    }

    @Test
    void onlyCleanedTextIsAName() {
        assertThatThrownBy(() -> new OriginalName("../a.png")).isInstanceOf(InvalidRequestException.class);
        assertThat(new OriginalName("a.png").value()).isEqualTo("a.png");
    }

    @Test
    void isNotPrinted() {
        assertThat(OriginalName.of("ali-rezaei.pdf")).hasToString("OriginalName[14 characters]");
    }
}
