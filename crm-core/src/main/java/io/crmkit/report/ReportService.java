package io.crmkit.report;

import io.crmkit.audit.AuditEntry;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import java.io.OutputStream;
import java.util.List;

/**
 * Reports over what the actor may see: figures of a team count that team's tickets only. Thread-safe. Denies before it
 * looks at anything.
 */
public interface ReportService {
    /** Returns the definitions of all reports. Needs {@code REPORT_RUN}. */
    List<ReportDefinition> catalog();

    /**
     * Computes a report. Needs {@code REPORT_RUN}.
     *
     * @throws PermissionDeniedException if the actor may see own figures only and asks for others: then AGENTS and
     *     ACTIVITY_LOG of the actor are all there is
     * @throws InvalidRequestException if the period is longer than 4,000 days, or the report does not know a filter
     */
    ReportResult run(ReportRequest request);

    /**
     * Writes a report as CSV and notes that in the audit. Needs {@code REPORT_EXPORT} and what {@link #run} needs.
     *
     * @param out is flushed, not closed
     * @return how many rows were written, the names of the columns not counted
     */
    long export(ReportRequest request, CsvFormat format, OutputStream out);

    /** Lists what was done, latest first. Needs {@code REPORT_RUN}; an agent with own figures sees own deeds. */
    Page<AuditEntry> activity(ActivityQuery query, PageRequest page);
}
