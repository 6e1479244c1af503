package io.crmkit.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvWritingTest {

    private static final Set<CsvOption> GUARDED = EnumSet.of(CsvOption.FORMULA_GUARD);
    private static final Set<CsvOption> PLAIN = EnumSet.noneOf(CsvOption.class);

    private static final List<String> DANGEROUS = List.of(
            "=1+1",
            "+98 912 345 6789",
            "-2+3",
            "@SUM(1)",
            "\t=1",
            "\r=1",
            "\tx",
            "\rx",
            " =1",
            "\u00a0=1",
            "\u3000=1",
            "\ufeff=1",
            "\u200f=1",
            "\u200c=1",
            "\u200b@x",
            "\u202e-1",
            "\u0000=1",
            "\u001b+1",
            "\n=1",
            "\n\n@x",
            "\"=1",
            "\"\"=1",
            "'=1",
            "''=1",
            "' =1",
            "\u2019=1",
            "«=1»",
            "＝1+1",
            "＋1",
            "－1",
            "＠x",
            " ＝1",
            "﹣1",
            "=",
            "-",
            "+",
            "@",
            "\u2060=cmd|' /C calc'!A0",
            "\u00ad=1",
            "-۱۲۳",
            "\u2066=1\u2069",
            "\u180e=1",
            "\u2028=1",
            "\u0085=1");
    private static final List<String> HARMLESS = List.of(
            "",
            " ",
            "a",
            "a=1",
            "1+1",
            "علی",
            "«علی»",
            "'quoted'",
            "'",
            "''",
            "\"",
            "a\"b",
            "a,b",
            "a\r\nb",
            "a\nb",
            "a\rb",
            ";",
            "\\=1",
            "கொண்டு",
            "1-2",
            "\u200fعلی",
            "می\u200cشود",
            "👍",
            "# note",
            "''a");

    @Test
    void theFormIsThatOfRfc4180() throws IOException {
        StringWriter out = new StringWriter();

        CsvWriting.to(out, List.of("x", "y", "z"), PLAIN)
                .row(List.of("a", "b", "c,d"))
                .row(List.of("", "say \"hi\"", "two\nlines"))
                .row(List.of("+1", " b ", "سلام"))
                .flush();

        assertThat(out).hasToString("x,y,z\r\na,b,\"c,d\"\r\n,\"say \"\"hi\"\"\",\"two\nlines\"\r\n+1, b ,سلام\r\n");
    }

    @Test
    void bytesAreUtf8WithAMarkIfWanted() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        CsvWriting.to(out, List.of("نام"), EnumSet.of(CsvOption.BYTE_ORDER_MARK))
                .row(List.of("அ"))
                .flush();

        assertThat(out.toByteArray()).isEqualTo("\ufeffنام\r\nஅ\r\n".getBytes(StandardCharsets.UTF_8));
        CsvTable table = CsvReading.read(new StringReader(out.toString(StandardCharsets.UTF_8)), PLAIN);
        assertThat(table).isEqualTo(new CsvTable(List.of("نام"), List.of(List.of("அ"))));
    }

    @Test
    void everyDangerousCellIsGuardedAndNoOther() throws IOException {
        assertThat(DANGEROUS).hasSizeGreaterThanOrEqualTo(40);
        for (String cell : DANGEROUS) {
            assertThat(written(List.of(cell, "x"), GUARDED).get(0)).as(cell).isEqualTo("'" + cell);
        }
        for (String cell : HARMLESS) {
            assertThat(written(List.of(cell, "x"), GUARDED).get(0)).as(cell).isEqualTo(cell);
        }
    }

    @Test
    void whatIsReadBackIsWhatWasWritten() throws IOException {
        for (String cell : DANGEROUS) {
            requireRoundTrip(List.of(cell, "'" + cell));
            requireRoundTrip(List.of(cell));
        }
        for (String cell : HARMLESS) {
            requireRoundTrip(List.of(cell, "'" + cell));
            requireRoundTrip(List.of(cell));
        }
    }

    @Test
    void generatedCellsAreSafeAndComeBack() throws IOException {
        String alphabet = "=+-@'\"',\r\n\t ;|ab1\u00a0\u200c\u200f\ufeff\u0000＝＠علیகொ👍";
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder cell = new StringBuilder();
            random.ints(1 + random.nextInt(8), 0, alphabet.codePointCount(0, alphabet.length()))
                    .map(n -> alphabet.codePointAt(alphabet.offsetByCodePoints(0, n)))
                    .forEach(cell::appendCodePoint);

            String guarded = written(List.of(cell.toString(), "x"), GUARDED).get(0);

            assertThat(guarded).doesNotMatch("(?s)[\\s\\p{Z}\\p{Cf}\\p{Cc}\"]*[=+\\-@＝＋－＠].*");
            requireRoundTrip(List.of(cell.toString(), guarded));
        }
    }

    @Test
    void rowsOfAnotherLengthAreRefused() throws IOException {
        CsvWriting csv =
                CsvWriting.to(new StringWriter(), List.of("a", "b"), PLAIN).row(List.of("1", "2"));

        assertThatThrownBy(() -> csv.row(List.of("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 2 has 1 cells, the header has 2");
        assertThatThrownBy(() -> CsvWriting.to(new StringWriter(), List.of(), PLAIN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void brokenFilesAreRefusedWithoutQuotingThem() {
        for (String file : List.of("", "\r\n", "a,b\r\nsecret\r\n", "a,b\r\n1,secret,3\r\n", "a,b\r\n1,\"secret\r\n")) {
            assertThatThrownBy(() -> CsvReading.read(new StringReader(file), PLAIN))
                    .as(file)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
        }
    }

    /** Writes a row under a header and reads it with the independent reader. */
    private static List<String> written(List<String> row, Set<CsvOption> options) throws IOException {
        List<String> header = List.of("h1", "h2").subList(0, row.size());
        StringWriter out = new StringWriter();
        CsvWriting.to(out, header, options).row(row).flush();
        List<List<String>> rows = Rfc4180.read(out.toString());
        assertThat(rows).hasSize(2).element(0).isEqualTo(header);
        return rows.get(1);
    }

    private static void requireRoundTrip(List<String> row) throws IOException {
        assertThat(written(row, PLAIN)).isEqualTo(row);
        List<String> header = List.of("h1", "h2").subList(0, row.size());
        StringWriter out = new StringWriter();
        CsvWriting.to(out, header, GUARDED).row(row).flush();
        assertThat(CsvReading.read(new StringReader(out.toString()), GUARDED).rows())
                .containsExactly(row);
    }
}
