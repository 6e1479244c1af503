package io.crmkit.ticket;

import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Asks to merge one ticket of a customer into another of the same customer. The source becomes CLOSED; its messages stay
 * readable under it.
 *
 * @param target the ticket that goes on
 * @param source the ticket that ends
 * @param onceKey idempotency key
 */
public record MergeTickets(TicketId target, TicketId source, Optional<String> onceKey) implements Form {
    /** Merges the source into the target. */
    public MergeTickets(TicketId target, TicketId source) {
        this(target, source, Optional.empty());
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("merge").once(onceKey).found();
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public MergeTickets once(String key) {
        return new MergeTickets(target, source, Optional.of(key));
    }

    /** The key is left out: it is the caller's. */
    @Override
    public String toString() {
        return "MergeTickets[" + source + " into " + target + "]";
    }
}
