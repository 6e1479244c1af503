package io.crmkit.ticket.internal;

import io.crmkit.actor.ActorKind;
import io.crmkit.actor.TeamId;
import io.crmkit.internal.access.Reading;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketClock;
import io.crmkit.ticket.TicketStatus;
import java.util.Optional;
import java.util.Set;

/** Takes out of a ticket what belongs to the desk before a customer gets it as the answer to a command of his own. */
final class CustomerSide {
    private CustomerSide() {}

    static Ticket of(Reading reading, Ticket ticket) {
        return reading.actor().kind() == ActorKind.CUSTOMER ? withoutDesk(ticket) : ticket;
    }

    private static Ticket withoutDesk(Ticket ticket) {
        TicketClock clock = ticket.clock();
        return new Ticket(
                ticket.id(),
                ticket.version(),
                ticket.number(),
                ticket.customer(),
                ticket.subject(),
                ticket.channel(),
                ticket.category(),
                ticket.language(),
                ticket.status() == TicketStatus.ON_HOLD ? TicketStatus.OPEN : ticket.status(),
                Priority.NORMAL,
                Set.of(),
                TeamId.SUPPORT,
                Optional.empty(),
                ticket.subjects(),
                new TicketClock(
                        clock.createdAt(),
                        clock.updatedAt(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        clock.lastSolvedAt(),
                        clock.closedAt()),
                0,
                0,
                0,
                ticket.followUpOf(),
                ticket.mergedInto(),
                ticket.rating(),
                ticket.createdBy());
    }
}
