package io.crmkit.ticket;

import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import java.util.List;
import java.util.Optional;

/**
 * The customer's judgement of a solved ticket; may be changed within seven days after the solve.
 *
 * @param ticket which ticket
 * @param stars 1 (bad) to 5 (good)
 * @param comment what else, at most 2,000 characters, may be empty
 * @param onceKey idempotency key
 */
public record RateTicket(TicketId ticket, int stars, String comment, Optional<String> onceKey) implements Form {
    /** Rates the ticket. */
    public RateTicket(TicketId ticket, int stars, String comment) {
        this(ticket, stars, comment, Optional.empty());
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("rating")
                .require(stars >= 1 && stars <= 5, "stars", ViolationCode.OUT_OF_RANGE, "must be 1 to 5")
                .text("comment", comment, 0, 2_000)
                .once(onceKey)
                .found();
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public RateTicket once(String key) {
        return new RateTicket(ticket, stars, comment, Optional.of(key));
    }

    /** The comment is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "RateTicket[" + ticket + " " + stars + "]";
    }
}
