package io.crmkit.ticket;

import io.crmkit.actor.TeamId;
import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import java.util.List;

/**
 * Asks to refer a ticket to another team: the team changes, nobody is assigned, the state becomes ON_HOLD, and the
 * question is kept as an internal comment. Referred back to the team that it came from, a ticket ON_HOLD becomes OPEN.
 *
 * @param ticket which ticket
 * @param team to which team
 * @param question what that team should do, plain text, 1 to 100,000 characters
 */
public record ReferTicket(TicketId ticket, TeamId team, String question) implements Form {
    @Override
    public List<Violation> violations() {
        return Checks.that("referral")
                .text("question", question, 1, TicketService.MAX_MESSAGE)
                .found();
    }

    /** The question is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "ReferTicket[" + ticket + " to " + team + "]";
    }
}
