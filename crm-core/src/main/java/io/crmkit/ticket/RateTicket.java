package io.crmkit.ticket;

import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import java.util.List;

/**
 * The customer's judgement of a solved ticket; may be changed within seven days after the solve.
 *
 * @param ticket which ticket
 * @param stars 1 (bad) to 5 (good)
 * @param comment what else, at most 2,000 characters, may be empty
 */
public record RateTicket(TicketId ticket, int stars, String comment) implements Form {
    @Override
    public List<Violation> violations() {
        return Checks.that("rating")
                .require(stars >= 1 && stars <= 5, "stars", ViolationCode.OUT_OF_RANGE, "must be 1 to 5")
                .text("comment", comment, 0, 2_000)
                .found();
    }

    /** The comment is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "RateTicket[" + ticket + " " + stars + "]";
    }
}
