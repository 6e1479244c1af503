package io.crmkit.report;

import java.util.List;

/**
 * How a report is computed.
 *
 * @param id which report
 * @param version rises when the formula changes
 * @param formula the formula in words
 * @param columns the columns of its table
 */
public record ReportDefinition(ReportId id, int version, String formula, List<String> columns) {
    /** Copies the columns. */
    public ReportDefinition {
        columns = List.copyOf(columns);
    }
}
