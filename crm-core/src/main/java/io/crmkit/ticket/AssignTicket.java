package io.crmkit.ticket;

import io.crmkit.actor.ActorId;
import java.util.Optional;

/**
 * Asks to give a ticket to an agent of its team; NEW becomes OPEN.
 *
 * @param ticket which ticket
 * @param agent to whom
 * @param seenVersion the version that the caller saw; empty assigns whatever came between
 */
public record AssignTicket(TicketId ticket, ActorId agent, Optional<Long> seenVersion) {
    /** Gives the ticket to the agent. */
    public static AssignTicket to(TicketId ticket, String agent) {
        return new AssignTicket(ticket, new ActorId(agent), Optional.empty());
    }

    /** Only if nothing came between since the caller saw this version. */
    public AssignTicket seen(long version) {
        return new AssignTicket(ticket, agent, Optional.of(version));
    }
}
