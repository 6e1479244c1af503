package io.crmkit.ticket;

import io.crmkit.actor.TeamId;
import io.crmkit.error.Checks;

/**
 * Asks to refer a ticket to another team: the team changes, nobody is assigned, the state becomes ON_HOLD, and the
 * question is kept as an internal comment. The team refers it back in the same way; it becomes OPEN when it returns to
 * {@link TeamId#SUPPORT} or somebody is assigned.
 *
 * @param ticket which ticket
 * @param team to which team
 * @param question what that team should do, plain text, 1 to 100,000 characters
 */
public record ReferTicket(TicketId ticket, TeamId team, String question) {
    /** @throws io.crmkit.error.InvalidRequestException if the question is missing or too long */
    public ReferTicket {
        Checks.that("referral")
                .text("question", question, 1, TicketService.MAX_MESSAGE)
                .done();
    }

    /** The question is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "ReferTicket[" + ticket + " to " + team + "]";
    }
}
