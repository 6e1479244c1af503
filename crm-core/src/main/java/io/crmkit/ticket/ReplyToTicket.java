package io.crmkit.ticket;

import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import java.util.List;
import java.util.Optional;

/**
 * A person's answer, which the customer sees.
 *
 * @param ticket which ticket
 * @param text plain text, 1 to 100,000 characters
 * @param status the state afterwards; empty leaves it, but for NEW, which becomes OPEN
 * @param seenVersion the version that the caller saw; empty answers whatever came between
 * @param onceKey idempotency key
 */
public record ReplyToTicket(
        TicketId ticket,
        String text,
        Optional<TicketStatus> status,
        Optional<Long> seenVersion,
        Optional<String> onceKey)
        implements Form {
    @Override
    public List<Violation> violations() {
        return Checks.that("reply")
                .text("text", text, 1, TicketService.MAX_MESSAGE)
                .once(onceKey)
                .found();
    }

    /** An answer that leaves the state. */
    public static ReplyToTicket to(TicketId ticket, String text) {
        return new ReplyToTicket(ticket, text, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Then sets the state. */
    public ReplyToTicket then(TicketStatus wanted) {
        return new ReplyToTicket(ticket, text, Optional.of(wanted), seenVersion, onceKey);
    }

    /** Only if nothing came between since the caller saw this version. */
    public ReplyToTicket seen(long version) {
        return new ReplyToTicket(ticket, text, status, Optional.of(version), onceKey);
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public ReplyToTicket once(String key) {
        return new ReplyToTicket(ticket, text, status, seenVersion, Optional.of(key));
    }

    /** The text is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "ReplyToTicket[" + ticket + "]";
    }
}
