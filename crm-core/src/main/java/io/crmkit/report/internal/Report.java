package io.crmkit.report.internal;

import io.crmkit.report.ReportDefinition;
import java.util.Set;

/** One report: its published definition and its computation. */
interface Report {
    /** What is published about it. */
    ReportDefinition definition();

    /** The filters that it knows. One that knows the agent can also be run by agents with own figures only. */
    Set<ReportFilter> filters();

    /** Computes it from what is within reach. */
    Figures compute(ReportInput input);
}
