package io.crmkit.report;

import java.time.Instant;

/**
 * A report.
 *
 * @param definition how it was computed
 * @param request what was asked for
 * @param generatedAt when
 * @param sampleSize how many records or measurements it rests on
 * @param table the figures
 */
public record ReportResult(
        ReportDefinition definition, ReportRequest request, Instant generatedAt, long sampleSize, ReportTable table) {}
