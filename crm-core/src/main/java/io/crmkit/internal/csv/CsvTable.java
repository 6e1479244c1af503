package io.crmkit.internal.csv;

import java.util.List;

/**
 * A table read from or written to a CSV file: all rows have as many cells as the header.
 *
 * @param header names of the columns, at least one
 * @param rows cells by row
 */
public record CsvTable(List<String> header, List<List<String>> rows) {

    /** Copies the lists; fails with {@link IllegalArgumentException} for a row of another length than the header. */
    public CsvTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        if (header.isEmpty()) {
            throw new IllegalArgumentException("the table has no columns");
        }
        for (int i = 0; i < rows.size(); i++) {
            requireSameLength(rows.get(i), header, i + 1);
        }
    }

    static void requireSameLength(List<String> row, List<String> header, long number) {
        if (row.size() != header.size()) {
            throw new IllegalArgumentException(
                    "row " + number + " has " + row.size() + " cells, the header has " + header.size());
        }
    }
}
