package io.crmkit.spi.storage;

import io.crmkit.automation.RuleId;
import io.crmkit.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What rules have to do at a later time: read by time, so that a tick touches only what is due. */
public interface DueStore {
    /** Adds an item or replaces the one with its rule and ticket. */
    void put(DueItem item);

    /** Removes the item of a rule and a ticket, whatever its time and episode; one that is not there is fine. */
    void remove(RuleId rule, TicketId ticket);

    /**
     * Removes exactly this item: one with its rule and ticket but another time or episode stays. What others committed
     * since the transaction began counts, as does what they commit before the call ends; a storage that cannot see it
     * fails with {@link io.crmkit.error.StorageBusyException}. So one of two transactions at most removes an item.
     *
     * @return whether it was there
     */
    boolean remove(DueItem item);

    /** Returns items with {@code dueAt} at or before {@code now}, by {@code dueAt}, then ticket id, then rule. */
    List<DueItem> due(Instant now, int limit);

    /** Returns when the first item is due. */
    Optional<Instant> next();
}
