package io.crmkit.ticket;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The states of a ticket and which may follow on which by an agent's hand. What happens by itself is said at the state.
 */
public enum TicketStatus {
    /** Nobody has taken it up. Assigning or answering makes it OPEN. */
    NEW,
    /** The desk works on it. */
    OPEN,
    /** The desk waits for the customer, whose message makes it OPEN. */
    PENDING,
    /** The desk waits for others; the customer's message makes it OPEN. */
    ON_HOLD,
    /** Done; the customer's message reopens it. After seven days it becomes CLOSED. */
    SOLVED,
    /** Over for good: a message of the customer opens a follow-up ticket. No hand sets this, only time and merging. */
    CLOSED;

    private static final Map<TicketStatus, Set<TicketStatus>> NEXT = Map.of(
            NEW, EnumSet.of(OPEN, PENDING, ON_HOLD, SOLVED),
            OPEN, EnumSet.of(PENDING, ON_HOLD, SOLVED),
            PENDING, EnumSet.of(OPEN, ON_HOLD, SOLVED),
            ON_HOLD, EnumSet.of(OPEN, PENDING, SOLVED),
            SOLVED, EnumSet.of(OPEN),
            CLOSED, EnumSet.noneOf(TicketStatus.class));

    /** Returns the states that an agent may set from this one, in their order. */
    public Set<TicketStatus> next() {
        return Collections.unmodifiableSet(NEXT.getOrDefault(this, Set.of()));
    }

    /** Says whether the desk is done with it: SOLVED or CLOSED. */
    public boolean isDone() {
        return this == SOLVED || this == CLOSED;
    }
}
