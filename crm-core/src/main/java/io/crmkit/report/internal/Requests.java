package io.crmkit.report.internal;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.Permission;
import io.crmkit.actor.Scope;
import io.crmkit.error.Checks;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import io.crmkit.internal.access.Reading;
import io.crmkit.report.ReportRequest;
import io.crmkit.time.TimeRange;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides which requests are allowed. */
final class Requests {
    private static final int MAX_DAYS = 4_000;

    private Requests() {}

    /** The request, narrowed to the actor's own figures where no others are allowed. Denies first, then validates. */
    static ReportRequest allowed(Reading reading, Permission permission, Report report, ReportRequest request) {
        ReportRequest allowed = request;
        if (reading.scope(permission) == Scope.OWN) {
            if (!report.filters().contains(ReportFilter.AGENT)) {
                throw denied(reading, permission);
            }
            demandOwn(reading, permission, request.agent());
            allowed = request.agent(reading.actor().id());
        }
        validate(report, request);
        return allowed;
    }

    /** Denies figures of anybody else. */
    static void demandOwn(Reading reading, Permission permission, Optional<ActorId> agent) {
        if (agent.isPresent() && !agent.get().equals(reading.actor().id())) {
            throw denied(reading, permission);
        }
    }

    private static PermissionDeniedException denied(Reading reading, Permission permission) {
        return new PermissionDeniedException(
                reading.actor().id().value(), permission + ": own figures only, in AGENTS and ACTIVITY_LOG");
    }

    private static void validate(Report report, ReportRequest request) {
        Set<ReportFilter> known = report.filters();
        Checks checks = Checks.that("").all(violations(request.period()));
        if (checks.found().isEmpty()) {
            checks.require(
                    !isTooLong(request.period(), request.zone()),
                    "period",
                    ViolationCode.OUT_OF_RANGE,
                    "is longer than " + MAX_DAYS + " days");
        }
        checks.require(
                        request.agent().isEmpty() || known.contains(ReportFilter.AGENT),
                        "agent",
                        ViolationCode.NOT_ALLOWED,
                        "is no filter of " + request.report())
                .require(
                        request.customer().isEmpty() || known.contains(ReportFilter.CUSTOMER),
                        "customer",
                        ViolationCode.NOT_ALLOWED,
                        "is no filter of " + request.report())
                .done();
    }

    /** What is wrong with a period by itself: beyond what a calendar knows there is no reckoning with days. */
    static List<Violation> violations(TimeRange period) {
        List<Violation> found = Checks.that("")
                .instant("period", period.from())
                .instant("period", period.to())
                .found();
        return found.stream().limit(1).toList();
    }

    /** Days of the zone, some of which have 23 or 25 hours. */
    private static boolean isTooLong(TimeRange period, ZoneId zone) {
        return Duration.between(period.from(), period.to()).toDays() > MAX_DAYS
                || period.from().atZone(zone).plusDays(MAX_DAYS).toInstant().isBefore(period.to());
    }
}
