package io.crmkit.report.internal;

import io.crmkit.report.ReportDefinition;
import io.crmkit.report.ReportId;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts events of tickets by day. */
final class TicketsByDayReport implements Report {
    private static final int OPENED = 0;
    private static final int SOLVED = 1;
    private static final int REOPENED = 2;
    private static final int CLOSED = 3;
    private static final int COUNTS = 4;

    @Override
    public ReportDefinition definition() {
        return new ReportDefinition(
                ReportId.TICKETS_BY_DAY,
                1,
                "For every day of the period, in the zone asked for: opened = tickets opened, follow-ups too; solved ="
                        + " changes to SOLVED; reopened = changes from SOLVED to OPEN; closed = changes to CLOSED. A"
                        + " ticket solved twice counts twice. Tickets merged into others count nowhere. Sample: the"
                        + " events counted.",
                List.of("date", "opened", "solved", "reopened", "closed"));
    }

    @Override
    public Set<ReportFilter> filters() {
        return Set.of();
    }

    @Override
    public Figures compute(ReportInput input) {
        Days days = input.days();
        Map<LocalDate, long[]> counts = new HashMap<>();
        input.eachEvent(event -> column(event).isPresent(), (event, ticket) -> {
            if (ticket.mergedInto().isEmpty()) {
                long[] row = counts.computeIfAbsent(days.of(event.at()), day -> new long[COUNTS]);
                row[column(event).orElseThrow()]++;
            }
        });
        return figures(days, counts);
    }

    private static Figures figures(Days days, Map<LocalDate, long[]> counts) {
        long total = 0;
        List<List<String>> rows = new ArrayList<>();
        for (LocalDate day : days.all()) {
            List<String> row = new ArrayList<>(List.of(day.toString()));
            for (long count : counts.getOrDefault(day, new long[COUNTS])) {
                row.add(Long.toString(count));
                total += count;
            }
            rows.add(row);
        }
        return new Figures(total, rows);
    }

    /** Where an event counts; a change of state out of SOLVED is a reopening only to OPEN. */
    private static Optional<Integer> column(TicketEvent event) {
        if (event.kind() == TicketEventKind.OPENED) {
            return Optional.of(OPENED);
        }
        if (Events.isChangeTo(event, TicketStatus.SOLVED)) {
            return Optional.of(SOLVED);
        }
        if (Events.isChangeTo(event, TicketStatus.CLOSED)) {
            return Optional.of(CLOSED);
        }
        boolean reopened = Events.isChangeTo(event, TicketStatus.OPEN)
                && event.from().filter(TicketStatus.SOLVED.name()::equals).isPresent();
        return reopened ? Optional.of(REOPENED) : Optional.empty();
    }
}
