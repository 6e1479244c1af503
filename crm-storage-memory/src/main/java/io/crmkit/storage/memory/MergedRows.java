package io.crmkit.storage.memory;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.StorageBusyException;
import io.crmkit.spi.storage.MergeRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Moves the rows that belong to a merged customer, table by table, and back. */
final class MergedRows {
    /**
     * A table with rows of customers.
     *
     * @param groups which groups list a customer's rows
     * @param with the row as another customer's
     */
    record Moved<V>(Layout<V> layout, Function<CustomerId, List<String>> groups, BiFunction<V, CustomerId, V> with) {
        private String key(V row) {
            return Objects.requireNonNull(layout.places(row).get(Listings.ALL)).key();
        }

        private List<V> rows(Transaction transaction, CustomerId customer) {
            return Walk.of(transaction.table(layout), groups.apply(customer)).stream()
                    .toList();
        }
    }

    /** The keys of the rows that went along with a merge. */
    private record Kept(String key, Set<String> rows) {}

    private static final Layout<Kept> KEPT =
            new Layout<>("merged row", row -> Listings.at(Instant.EPOCH, new UUID(0, 0), row.key()));

    private static final List<Moved<?>> BY_KEY =
            List.of(MemoryNotes.MOVED, MemoryTickets.MOVED, MemoryAudit.MOVED, MemoryActivities.MOVED);

    private final Transaction transaction;
    private final MergeRecord merge;

    MergedRows(Transaction transaction, MergeRecord merge) {
        this.transaction = transaction;
        this.merge = merge;
    }

    void move() {
        for (Moved<?> table : BY_KEY) {
            keep(table);
            moveAll(table);
        }
        moveAll(MemoryMessages.MOVED);
        moveAll(MemoryOutbox.MOVED);
    }

    private <V> void keep(Moved<V> table) {
        String key = keptKey(table);
        Set<String> rows = table.rows(transaction, merge.merged().id()).stream()
                .map(table::key)
                .collect(Collectors.toSet());
        transaction.lock(KEPT, key);
        transaction.write(KEPT, key, new Kept(key, rows));
    }

    private <V> void moveAll(Moved<V> table) {
        table.rows(transaction, merge.merged().id()).forEach(row -> give(table, table.key(row), merge.survivor()));
    }

    /** Who changed a row since the transaction began may have added others that it does not see. */
    private <V> void give(Moved<V> table, String key, CustomerId customer) {
        Optional<V> seen = transaction.table(table.layout()).get(key);
        Optional<V> newest = transaction.lock(table.layout(), key);
        if (!newest.equals(seen)) {
            throw new StorageBusyException("a " + table.layout().name() + " was changed by others");
        }
        newest.ifPresent(
                row -> transaction.write(table.layout(), key, table.with().apply(row, customer)));
    }

    void moveBack() {
        Set<String> tickets = kept(MemoryTickets.MOVED);
        MemoryMessages.MOVED.rows(transaction, merge.survivor()).stream()
                .filter(row -> tickets.contains(row.ticket().toString()))
                .forEach(row -> giveBack(MemoryMessages.MOVED, row));
        MemoryOutbox.MOVED.rows(transaction, merge.survivor()).stream()
                .filter(row -> tickets.contains(row.ticket().toString()))
                .forEach(row -> giveBack(MemoryOutbox.MOVED, row));
        BY_KEY.forEach(this::moveKeptBack);
    }

    private <V> void giveBack(Moved<V> table, V row) {
        give(table, table.key(row), merge.merged().id());
    }

    private <V> void moveKeptBack(Moved<V> table) {
        kept(table).forEach(key -> give(table, key, merge.merged().id()));
        transaction.lock(KEPT, keptKey(table));
        transaction.remove(KEPT, keptKey(table));
    }

    private Set<String> kept(Moved<?> table) {
        return transaction.table(KEPT).get(keptKey(table)).map(Kept::rows).orElse(Set.of());
    }

    private String keptKey(Moved<?> table) {
        return merge.id() + " " + table.layout().name();
    }
}
