package io.crmkit.report.internal;

import io.crmkit.actor.ActorId;
import io.crmkit.spi.storage.TicketEventStore;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who had a ticket at a moment. Follows the events of a period in order; a ticket's history is read only, and once, if
 * the ticket was opened before the period and got nobody in it before that moment. Not thread-safe.
 */
final class Assignees {
    private final TicketEventStore store;
    private final Map<TicketId, Optional<ActorId>> known = new HashMap<>();

    Assignees(TicketEventStore store) {
        this.store = store;
    }

    /** Takes the next event. */
    void follow(TicketEvent event) {
        if (event.kind() == TicketEventKind.OPENED) {
            known.put(event.ticket(), Optional.empty());
        } else if (Events.isChangeTo(event, TicketStatus.CLOSED)) {
            known.remove(event.ticket());
        } else if (changesAssignee(event)) {
            known.put(event.ticket(), assignee(event));
        }
    }

    /** Who had the ticket when this event, the latest that was followed, happened. */
    Optional<ActorId> at(TicketEvent event) {
        return known.computeIfAbsent(event.ticket(), ticket -> before(event.sequence(), store.of(ticket)));
    }

    private static Optional<ActorId> before(int sequence, List<TicketEvent> history) {
        Optional<ActorId> last = Optional.empty();
        for (TicketEvent event : history) {
            if (event.sequence() < sequence && changesAssignee(event)) {
                last = assignee(event);
            }
        }
        return last;
    }

    private static boolean changesAssignee(TicketEvent event) {
        return event.kind() == TicketEventKind.ASSIGNED || event.kind() == TicketEventKind.TEAM;
    }

    /** Another team begins with nobody. */
    private static Optional<ActorId> assignee(TicketEvent event) {
        return event.kind() == TicketEventKind.ASSIGNED ? event.to().map(ActorId::new) : Optional.empty();
    }
}
