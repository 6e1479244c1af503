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

    /** Removes an item; one that is not there is fine. */
    void remove(RuleId rule, TicketId ticket);

    /** Returns items with {@code dueAt} at or before {@code now}, by {@code dueAt}, then ticket id, then rule. */
    List<DueItem> due(Instant now, int limit);

    /** Returns when the first item is due. */
    Optional<Instant> next();
}
