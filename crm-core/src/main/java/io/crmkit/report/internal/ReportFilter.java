package io.crmkit.report.internal;

/** What a report can be narrowed to besides its period. */
enum ReportFilter {
    AGENT,
    CUSTOMER
}
