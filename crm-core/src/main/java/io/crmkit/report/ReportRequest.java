package io.crmkit.report;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.time.TimeRange;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Asks for a report.
 *
 * @param report which one
 * @param period what happened in it counts
 * @param zone whose days are meant
 * @param agent only what this agent did; for AGENTS and ACTIVITY_LOG
 * @param customer only what concerns this customer; for ACTIVITY_LOG
 * @param labels what to write for objects
 */
public record ReportRequest(
        ReportId report,
        TimeRange period,
        ZoneId zone,
        Optional<ActorId> agent,
        Optional<CustomerId> customer,
        Labels labels) {
    /** A report on a period, with the CRM's ids. */
    public static ReportRequest of(ReportId report, TimeRange period, ZoneId zone) {
        return new ReportRequest(report, period, zone, Optional.empty(), Optional.empty(), Labels.ids());
    }

    /** Only what this agent did. */
    public ReportRequest agent(ActorId only) {
        return new ReportRequest(report, period, zone, Optional.of(only), customer, labels);
    }

    /** Only what concerns this customer. */
    public ReportRequest customer(CustomerId only) {
        return new ReportRequest(report, period, zone, agent, Optional.of(only), labels);
    }

    /** With other names for objects. */
    public ReportRequest labels(Labels other) {
        return new ReportRequest(report, period, zone, agent, customer, other);
    }
}
