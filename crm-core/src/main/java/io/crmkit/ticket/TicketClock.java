package io.crmkit.ticket;

import java.time.Instant;
import java.util.Optional;

/**
 * The times of a ticket that metrics and rules count from; each can be recomputed from its events.
 *
 * @param createdAt when opened
 * @param updatedAt when last changed
 * @param waitingSince the oldest message of the customer that no person has answered
 * @param firstReplyAt the first answer by a person
 * @param firstSolvedAt when first solved
 * @param lastSolvedAt when last solved
 * @param closedAt when closed
 */
public record TicketClock(
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> waitingSince,
        Optional<Instant> firstReplyAt,
        Optional<Instant> firstSolvedAt,
        Optional<Instant> lastSolvedAt,
        Optional<Instant> closedAt) {
    /** The clock of a ticket that its customer opens now. */
    public static TicketClock startingAt(Instant now, boolean waiting) {
        return new TicketClock(
                now,
                now,
                waiting ? Optional.of(now) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
