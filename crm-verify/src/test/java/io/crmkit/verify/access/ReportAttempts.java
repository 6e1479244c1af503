package io.crmkit.verify.access;

import io.crmkit.CrmSession;
import io.crmkit.actor.ActorId;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.ticket.Ticket;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What can be tried on reports: figures of whom the place's records belong to. */
final class ReportAttempts {
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_SIZE);
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    private ReportAttempts() {}

    static void addTo(Map<String, Attempts.Attempt> byName) {
        byName.put("report.catalog", (w, s, p) -> Outcome.done(s.reports().catalog()));
        for (ReportId id : ReportId.values()) {
            String name = id.name().toLowerCase(Locale.ROOT).replace('_', '-');
            byName.put(
                    "report.run." + name, (w, s, p) -> Outcome.done(s.reports().run(request(w, p, id))));
            byName.put(
                    "report.export." + name,
                    (w, s, p) -> Outcome.done(s.reports()
                            .export(request(w, p, id), CsvFormat.forPrograms(), OutputStream.nullOutputStream())));
        }
        byName.put("report.row.tickets", (w, s, p) -> row(w, s, ReportId.TICKETS, List.of(id(p.ticket()))));
        byName.put(
                "report.row.notices",
                (w, s, p) -> row(w, s, ReportId.NOTICES, List.of(id(p.solved()), "ticket-solved")));
        byName.put(
                "report.activity",
                (w, s, p) ->
                        Outcome.done(s.reports().activity(ActivityQuery.all().by(agent(p)), ALL)));
        byName.put(
                "report.activity-of-note",
                (w, s, p) -> Outcome.seen(
                        s
                                .reports()
                                .activity(ActivityQuery.all().about(p.customer().id()), ALL)
                                .items()
                                .stream()
                                .anyMatch(entry ->
                                        entry.target().id().equals(p.note().id().toString()))));
    }

    /** The agent whom the place's records belong to. */
    private static ActorId agent(World.Place place) {
        return new ActorId(place.relation().agent);
    }

    private static ReportRequest request(World world, World.Place place, ReportId id) {
        ReportRequest request = ReportRequest.of(id, world.always(), ZONE);
        return id == ReportId.AGENTS || id == ReportId.ACTIVITY_LOG ? request.agent(agent(place)) : request;
    }

    private static String id(Ticket ticket) {
        return ticket.id().toString();
    }

    private static Outcome row(World world, CrmSession session, ReportId id, List<String> cells) {
        return Outcome.seen(session.reports().run(ReportRequest.of(id, world.always(), ZONE)).table().rows().stream()
                .anyMatch(row -> row.containsAll(cells)));
    }
}
