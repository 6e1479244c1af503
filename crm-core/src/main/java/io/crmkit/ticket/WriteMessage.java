package io.crmkit.ticket;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.Checks;
import java.util.Optional;

/**
 * A message of the customer.
 *
 * @param ticket into which ticket
 * @param customer who writes
 * @param text plain text, 1 to 100,000 characters
 * @param onceKey idempotency key
 */
public record WriteMessage(TicketId ticket, CustomerId customer, String text, Optional<String> onceKey) {
    /** @throws io.crmkit.error.InvalidRequestException if the text is missing or too long */
    public WriteMessage {
        Checks.that("message").text("text", text, 1, TicketService.MAX_MESSAGE).done();
    }

    /** A message of that customer. */
    public static WriteMessage of(TicketId ticket, CustomerId customer, String text) {
        return new WriteMessage(ticket, customer, text, Optional.empty());
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public WriteMessage once(String key) {
        Checks.that("").line("once", key, 1, 120).done();
        return new WriteMessage(ticket, customer, text, Optional.of(key));
    }

    /** The text is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "WriteMessage[" + ticket + "]";
    }
}
