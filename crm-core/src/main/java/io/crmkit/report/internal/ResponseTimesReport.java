package io.crmkit.report.internal;

import io.crmkit.report.ReportDefinition;
import io.crmkit.report.ReportId;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Measures answers and solutions. */
final class ResponseTimesReport implements Report {
    @Override
    public ReportDefinition definition() {
        return new ReportDefinition(
                ReportId.RESPONSE_TIMES,
                1,
                "Elapsed time in whole seconds, rounded down; a measurement belongs to the period in which it ended."
                        + " first_reply = first answer by a person - opening. response = answer by a person - oldest"
                        + " message of the customer that was unanswered then, once for each waiting episode that such"
                        + " an answer ended. first_resolution = first SOLVED - opening. full_resolution = last SOLVED"
                        + " in the period - opening, of tickets that are SOLVED or CLOSED at its end. Resolutions leave"
                        + " out tickets merged into others. n = measurements; mean rounded half up; median and p90 by"
                        + " nearest rank; without measurements empty. Sample: all measurements. Source: Zendesk, native"
                        + " duration metrics (first reply, next reply, first and full resolution time).",
                List.of("metric", "n", "mean_s", "median_s", "p90_s", "max_s"));
    }

    @Override
    public Set<ReportFilter> filters() {
        return Set.of();
    }

    @Override
    public Figures compute(ReportInput input) {
        Samples firstReplies = new Samples();
        Samples responses = new Samples();
        Resolutions resolutions = new Resolutions(input.period());
        input.eachEvent(ResponseTimesReport::isMeasured, (event, ticket) -> {
            if (Events.isFirstReply(event)) {
                firstReplies.add(ticket.createdAt(), event.at());
            }
            Events.waitingSince(event).ifPresent(since -> responses.add(since, event.at()));
            resolutions.add(event, ticket);
        });
        Samples first = resolutions.first();
        Samples full = resolutions.full();
        return new Figures(
                (long) firstReplies.size() + responses.size() + first.size() + full.size(),
                List.of(
                        row("first_reply", firstReplies),
                        row("response", responses),
                        row("first_resolution", first),
                        row("full_resolution", full)));
    }

    private static boolean isMeasured(TicketEvent event) {
        return event.kind() == TicketEventKind.HUMAN_REPLY || event.kind() == TicketEventKind.STATUS;
    }

    private static List<String> row(String metric, Samples samples) {
        List<String> row = new ArrayList<>(List.of(metric));
        row.addAll(samples.statistics());
        return row;
    }
}
