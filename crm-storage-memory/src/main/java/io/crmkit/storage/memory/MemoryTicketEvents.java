package io.crmkit.storage.memory;

import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TicketEventStore;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketId;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happened to tickets. */
final class MemoryTicketEvents implements TicketEventStore {
    private static final Layout<TicketEvent> EVENTS = new Layout<>(
            "ticket event", row -> Listings.at(row.at(), row.id(), key(row)).in("ticket " + row.ticket()));

    private final Transaction transaction;

    MemoryTicketEvents(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void append(List<TicketEvent> events) {
        transaction.check();
        Set<String> keys = new HashSet<>();
        for (TicketEvent event : events) {
            transaction.lockNew(EVENTS, key(event), "sequence");
            if (!keys.add(key(event))) {
                throw new DuplicateKeyException("sequence");
            }
        }
        events.forEach(event -> transaction.write(EVENTS, key(event), event));
    }

    @Override
    public List<TicketEvent> of(TicketId ticket) {
        return Walk.of(transaction.table(EVENTS), "ticket " + ticket).stream()
                .sorted(Comparator.comparingInt(TicketEvent::sequence))
                .toList();
    }

    @Override
    public List<TicketEvent> list(TimeRange period, Reach reach, Slice slice) {
        return Walk.all(transaction.table(EVENTS))
                .during(Optional.of(period))
                .list(slice, event -> MemoryTickets.isIn(transaction, reach, event.ticket()));
    }

    /** Removes those of closed tickets from before a time. */
    static int purge(Transaction transaction, Instant limit, int most) {
        return Purge.of(transaction, EVENTS, row -> MemoryTickets.isClosed(transaction, row.ticket()))
                .before(limit, most);
    }

    private static String key(TicketEvent event) {
        return event.ticket() + " " + event.sequence();
    }
}
