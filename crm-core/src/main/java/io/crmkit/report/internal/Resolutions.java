package io.crmkit.report.internal;

import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The tickets solved in a period, gathered from their changes of state. Not thread-safe. */
final class Resolutions {
    private final TimeRange period;
    private final Samples first = new Samples();
    private final Map<TicketId, Outcome> outcomes = new HashMap<>();

    Resolutions(TimeRange period) {
        this.period = period;
    }

    /** Takes the period's next event of a ticket; others than changes of state do not matter. */
    void add(TicketEvent event, Ticket ticket) {
        if (event.kind() != TicketEventKind.STATUS || ticket.mergedInto().isPresent()) {
            return;
        }
        TicketStatus status = TicketStatus.valueOf(event.to().orElseThrow());
        Outcome before = outcomes.get(ticket.id());
        if (before == null && status == TicketStatus.SOLVED) {
            ticket.clock().firstSolvedAt().filter(period::contains).ifPresent(at -> first.add(ticket.createdAt(), at));
        }
        if (status == TicketStatus.SOLVED) {
            outcomes.put(ticket.id(), new Outcome(ticket.createdAt(), event.at(), status));
        } else if (before != null) {
            outcomes.put(ticket.id(), new Outcome(before.openedAt(), before.solvedAt(), status));
        }
    }

    /** From the opening to the first solution, where that lies in the period. */
    Samples first() {
        return first;
    }

    /** From the opening to the last solution, where the ticket is done when the period ends. */
    Samples full() {
        Samples full = new Samples();
        for (Outcome outcome : outcomes.values()) {
            if (outcome.status().isDone()) {
                full.add(outcome.openedAt(), outcome.solvedAt());
            }
        }
        return full;
    }

    private record Outcome(Instant openedAt, Instant solvedAt, TicketStatus status) {}
}
