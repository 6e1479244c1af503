package io.crmkit.ticket;

import io.crmkit.actor.TeamId;
import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Asks to refer a ticket to another team: the team changes, nobody is assigned, the state becomes ON_HOLD, and the
 * question is kept as an internal comment. Referred back to the team that it came from, a ticket ON_HOLD becomes OPEN.
 *
 * @param ticket which ticket
 * @param team to which team
 * @param question what that team should do, plain text, 1 to 100,000 characters
 * @param onceKey idempotency key
 */
public record ReferTicket(TicketId ticket, TeamId team, String question, Optional<String> onceKey) implements Form {
    /** Refers the ticket to the team. */
    public ReferTicket(TicketId ticket, TeamId team, String question) {
        this(ticket, team, question, Optional.empty());
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("referral")
                .text("question", question, 1, TicketService.MAX_MESSAGE)
                .once(onceKey)
                .found();
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public ReferTicket once(String key) {
        return new ReferTicket(ticket, team, question, Optional.of(key));
    }

    /** The question is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "ReferTicket[" + ticket + " to " + team + "]";
    }
}
