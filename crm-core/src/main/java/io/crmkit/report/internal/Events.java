package io.crmkit.report.internal;

import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketStatus;
import java.time.Instant;
import java.util.Optional;

/** Reads what events of tickets say. */
final class Events {
    private static final String FIRST = "1";

    private Events() {}

    /** Whether the ticket came into a state. */
    static boolean isChangeTo(TicketEvent event, TicketStatus status) {
        return event.kind() == TicketEventKind.STATUS
                && event.to().filter(status.name()::equals).isPresent();
    }

    /** Whether a person answered for the first time. */
    static boolean isFirstReply(TicketEvent event) {
        return event.kind() == TicketEventKind.HUMAN_REPLY
                && event.to().filter(FIRST::equals).isPresent();
    }

    /** Since when the customer had waited for an answer by a person; empty if nobody waited, and for other events. */
    static Optional<Instant> waitingSince(TicketEvent event) {
        return event.kind() == TicketEventKind.HUMAN_REPLY ? event.from().map(Instant::parse) : Optional.empty();
    }
}
