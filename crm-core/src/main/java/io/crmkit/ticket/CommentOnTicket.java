package io.crmkit.ticket;

import io.crmkit.error.Checks;
import java.util.Optional;

/**
 * A remark for the desk alone.
 *
 * @param ticket which ticket
 * @param text plain text, 1 to 100,000 characters
 * @param onceKey idempotency key
 */
public record CommentOnTicket(TicketId ticket, String text, Optional<String> onceKey) {
    /** @throws io.crmkit.error.InvalidRequestException if the text is missing or too long */
    public CommentOnTicket {
        Checks.that("comment").text("text", text, 1, TicketService.MAX_MESSAGE).done();
    }

    /** A remark on that ticket. */
    public static CommentOnTicket on(TicketId ticket, String text) {
        return new CommentOnTicket(ticket, text, Optional.empty());
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public CommentOnTicket once(String key) {
        Checks.that("").line("once", key, 1, 120).done();
        return new CommentOnTicket(ticket, text, Optional.of(key));
    }

    /** The text is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "CommentOnTicket[" + ticket + "]";
    }
}
