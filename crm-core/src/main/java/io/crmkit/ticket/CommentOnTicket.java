package io.crmkit.ticket;

import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import java.util.List;
import java.util.Optional;

/**
 * A remark for the desk alone.
 *
 * @param ticket which ticket
 * @param text plain text, 1 to 100,000 characters
 * @param onceKey idempotency key
 */
public record CommentOnTicket(TicketId ticket, String text, Optional<String> onceKey) implements Form {
    @Override
    public List<Violation> violations() {
        return Checks.that("comment")
                .text("text", text, 1, TicketService.MAX_MESSAGE)
                .once(onceKey)
                .found();
    }

    /** A remark on that ticket. */
    public static CommentOnTicket on(TicketId ticket, String text) {
        return new CommentOnTicket(ticket, text, Optional.empty());
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public CommentOnTicket once(String key) {
        return new CommentOnTicket(ticket, text, Optional.of(key));
    }

    /** The text is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "CommentOnTicket[" + ticket + "]";
    }
}
