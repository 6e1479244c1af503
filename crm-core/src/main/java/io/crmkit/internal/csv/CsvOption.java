package io.crmkit.internal.csv;

/** What a CSV file may have besides plain RFC 4180. */
public enum CsvOption {
    /** A byte order mark at the beginning, by which spreadsheets recognise UTF-8. */
    BYTE_ORDER_MARK,
    /** An apostrophe in front of every cell that a spreadsheet could take for a formula. */
    FORMULA_GUARD
}
