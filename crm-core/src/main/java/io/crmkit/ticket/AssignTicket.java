package io.crmkit.ticket;

import io.crmkit.actor.ActorId;
import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Asks to give a ticket to an agent of its team; NEW becomes OPEN.
 *
 * @param ticket which ticket
 * @param agent to whom
 * @param seenVersion the version that the caller saw; empty assigns whatever came between
 * @param onceKey idempotency key
 */
public record AssignTicket(TicketId ticket, ActorId agent, Optional<Long> seenVersion, Optional<String> onceKey)
        implements Form {
    @Override
    public List<Violation> violations() {
        return Checks.that("assignment").once(onceKey).found();
    }

    /** Gives the ticket to the agent. */
    public static AssignTicket to(TicketId ticket, String agent) {
        return new AssignTicket(ticket, new ActorId(agent), Optional.empty(), Optional.empty());
    }

    /** Only if nothing came between since the caller saw this version. */
    public AssignTicket seen(long version) {
        return new AssignTicket(ticket, agent, Optional.of(version), onceKey);
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public AssignTicket once(String key) {
        return new AssignTicket(ticket, agent, seenVersion, Optional.of(key));
    }

    /** The key is left out: it is the caller's. */
    @Override
    public String toString() {
        return "AssignTicket[" + ticket + " to " + agent + "]";
    }
}
