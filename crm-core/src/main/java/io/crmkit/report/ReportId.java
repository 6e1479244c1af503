package io.crmkit.report;

/** The reports. {@link ReportService#catalog()} gives their formulas. */
public enum ReportId {
    /** Tickets opened, solved, reopened and closed on each day. */
    TICKETS_BY_DAY,
    /** How long answers and solutions took. */
    RESPONSE_TIMES,
    /** What each agent did. */
    AGENTS,
    /** What tickets were about. */
    CATEGORIES,
    /** All tickets with their final state. */
    TICKETS,
    /** Notes and who wrote them, on one day. */
    NOTES_DASHBOARD,
    /** What agents did, in order. */
    ACTIVITY_LOG,
    /** What was sent to whom. */
    NOTICES
}
