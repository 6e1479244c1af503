package io.crmkit.report;

import java.util.List;

/**
 * Rows of text cells.
 *
 * @param columns the names
 * @param rows each as long as the names
 */
public record ReportTable(List<String> columns, List<List<String>> rows) {
    /** Copies both. */
    public ReportTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Its size only: cells may be personal. */
    @Override
    public String toString() {
        return "ReportTable[" + columns + ", " + rows.size() + " rows]";
    }
}
