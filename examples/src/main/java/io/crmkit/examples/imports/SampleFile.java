package io.crmkit.examples.imports;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A file such as spreadsheets make: of 100 rows 90 are new customers, 4 have somebody else's telephone number, 3 are
 * somebody again, and 3 break a rule. The same rows in each run.
 */
final class SampleFile {
    private static final String HEADER = "id,given,family,phone,email,language,kyc.level";

    private static final List<String> GIVEN = List.of("علی", "فاطمه", "முருகன்", "கவிதா", "Grace", "رضا");
    private static final List<String> FAMILY = List.of("رضایی", "كريمي", "ராமன்", "O’Neill", "حسینی‌نژاد", "Smith");

    private final int row;

    private SampleFile(int row) {
        this.row = row;
    }

    private static String row(int number) {
        return new SampleFile(number).text();
    }

    /** Writes so many rows. */
    static void write(Path file, int rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\r\n");
            for (int i = 0; i < rows; i++) {
                out.write(row(i));
            }
        }
    }

    private String text() {
        int kind = row % 100;
        if (kind == 97) {
            return line(id(), "", "", "no number", "", "", "");
        }
        if (kind == 98) {
            return line(id(), given(), family(), phone(row), "nobody", "fa", "");
        }
        if (kind == 99) {
            return line("", given(), family(), "", "", "fa", "");
        }
        if (kind >= 94) {
            return new SampleFile(row - 90).text();
        }
        return kind >= 90
                ? line(id(), given(), family(), phone(row - 90), "", "ta", "")
                : line(
                        id(),
                        given(),
                        family(),
                        phone(row),
                        email(),
                        row % 2 == 0 ? "fa; en" : "ta",
                        Integer.toString(row % 4));
    }

    private static String line(String... cells) {
        return "\"" + String.join("\",\"", cells) + "\"\r\n";
    }

    private String id() {
        return digits(String.format(Locale.ROOT, "%06d", row), row % 3);
    }

    private String given() {
        return "  " + GIVEN.get(row % GIVEN.size()) + "\u00A0";
    }

    private String family() {
        return FAMILY.get(row % FAMILY.size()) + " " + row;
    }

    /** Iranian mobile numbers in all the ways in which people write them. */
    private static String phone(int number) {
        String digits = String.format(Locale.ROOT, "912%07d", 1_000_000 + number);
        return switch (number % 6) {
            case 0 -> digits("0" + digits, 1);
            case 1 -> "'+98 " + digits.substring(0, 3) + " " + digits.substring(3);
            case 2 -> "0098-" + digits;
            case 3 -> digits("0" + digits, 2);
            case 4 -> "\u200E0" + digits.substring(0, 3) + "\u00A0" + digits.substring(3);
            default -> "+98" + digits;
        };
    }

    private String email() {
        return " User." + row + "@Example" + row + ".COM ";
    }

    /** In Persian (1), Tamil (2) or ASCII digits. */
    private static String digits(String ascii, int script) {
        int zero = script == 1 ? '۰' : script == 2 ? '௦' : '0';
        return ascii.codePoints()
                .map(c -> c - '0' + zero)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
