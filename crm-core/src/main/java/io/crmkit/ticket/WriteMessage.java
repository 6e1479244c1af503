package io.crmkit.ticket;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import java.util.List;
import java.util.Optional;

/**
 * A message of the customer.
 *
 * @param ticket into which ticket
 * @param customer who writes
 * @param text plain text, 1 to 100,000 characters
 * @param onceKey idempotency key
 */
public record WriteMessage(TicketId ticket, CustomerId customer, String text, Optional<String> onceKey)
        implements Form {
    @Override
    public List<Violation> violations() {
        return Checks.that("message")
                .text("text", text, 1, TicketService.MAX_MESSAGE)
                .once(onceKey)
                .found();
    }

    /** A message of that customer. */
    public static WriteMessage of(TicketId ticket, CustomerId customer, String text) {
        return new WriteMessage(ticket, customer, text, Optional.empty());
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public WriteMessage once(String key) {
        return new WriteMessage(ticket, customer, text, Optional.of(key));
    }

    /** The text is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "WriteMessage[" + ticket + "]";
    }
}
