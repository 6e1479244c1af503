package io.crmkit.storage.memory;

import io.crmkit.automation.RuleId;
import io.crmkit.spi.storage.DueItem;
import io.crmkit.spi.storage.DueStore;
import io.crmkit.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What rules have to do at a later time. */
final class MemoryDue implements DueStore {
    /** At one time ordered by ticket, then by key, which is by rule. */
    private static final Layout<DueItem> ITEMS = new Layout<>(
            "due item", row -> Listings.at(row.dueAt(), row.ticket().value(), key(row.rule(), row.ticket())));

    private final Transaction transaction;

    MemoryDue(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void put(DueItem item) {
        String key = key(item.rule(), item.ticket());
        transaction.lock(ITEMS, key);
        transaction.write(ITEMS, key, item);
    }

    @Override
    public void remove(RuleId rule, TicketId ticket) {
        String key = key(rule, ticket);
        if (transaction.lock(ITEMS, key).isPresent()) {
            transaction.remove(ITEMS, key);
        }
    }

    @Override
    public boolean remove(DueItem item) {
        String key = key(item.rule(), item.ticket());
        boolean there = transaction.lock(ITEMS, key).filter(item::equals).isPresent();
        if (there) {
            transaction.remove(ITEMS, key);
        }
        return there;
    }

    @Override
    public List<DueItem> due(Instant now, int limit) {
        return Walk.all(transaction.table(ITEMS)).until(Place.endOf(now)).stream()
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Instant> next() {
        return Walk.all(transaction.table(ITEMS)).stream().findFirst().map(DueItem::dueAt);
    }

    private static String key(RuleId rule, TicketId ticket) {
        return ticket + " " + rule;
    }
}
