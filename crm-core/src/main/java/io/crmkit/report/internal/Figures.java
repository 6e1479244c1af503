package io.crmkit.report.internal;

import java.util.List;

/**
 * What a report found.
 *
 * @param sampleSize how many records or measurements the rows rest on
 * @param rows the cells
 */
record Figures(long sampleSize, List<List<String>> rows) {
    /** Rows of which each is one record. */
    static Figures records(List<List<String>> rows) {
        return new Figures(rows.size(), rows);
    }
}
