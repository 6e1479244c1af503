package io.crmkit.report;

/**
 * How CSV is written: RFC 4180, UTF-8, CRLF.
 *
 * @param formulaGuard whether cells that a spreadsheet would take for a formula get a leading apostrophe, which reading
 *     takes off again
 * @param byteOrderMark whether the file begins with one, for programs that would not take it for UTF-8 otherwise
 */
public record CsvFormat(boolean formulaGuard, boolean byteOrderMark) {
    /** For people's spreadsheets: guarded, with a byte order mark. */
    public static CsvFormat forSpreadsheets() {
        return new CsvFormat(true, true);
    }

    /** For programs: exactly the values. */
    public static CsvFormat forPrograms() {
        return new CsvFormat(false, false);
    }
}
