package io.crmkit.report.internal;

import io.crmkit.actor.ActorId;
import io.crmkit.id.SubjectRef;
import io.crmkit.report.ReportDefinition;
import io.crmkit.report.ReportId;
import io.crmkit.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lists tickets. */
final class TicketsReport implements Report {
    @Override
    public ReportDefinition definition() {
        return new ReportDefinition(
                ReportId.TICKETS,
                1,
                "Tickets opened in the period, as they are now, in order of opening; follow-ups and tickets merged into"
                        + " others too. tags = in order, divided by commas; reopens = times the ticket was reopened;"
                        + " waiting = whether the customer waits for an answer by a person; follow_up_of = the closed"
                        + " ticket that it goes on from. Sample: the tickets.",
                List.of(
                        "ticket",
                        "customer",
                        "status",
                        "priority",
                        "tags",
                        "assignee",
                        "team",
                        "reopens",
                        "waiting",
                        "follow_up_of"));
    }

    @Override
    public Set<ReportFilter> filters() {
        return Set.of();
    }

    @Override
    public Figures compute(ReportInput input) {
        List<List<String>> rows = new ArrayList<>();
        input.eachOpened(ticket -> rows.add(row(input, ticket)));
        return Figures.records(rows);
    }

    private static List<String> row(ReportInput input, Ticket ticket) {
        return List.of(
                input.label(ticket.id()),
                input.label(SubjectRef.customer(ticket.customer().toString())),
                ticket.status().name(),
                ticket.priority().name(),
                String.join(",", ticket.tags()),
                ticket.assignee().map(ActorId::value).orElse(""),
                ticket.team().value(),
                Integer.toString(ticket.reopens()),
                ticket.clock().waitingSince().isPresent() ? "yes" : "no",
                ticket.followUpOf().map(input::label).orElse(""));
    }
}
