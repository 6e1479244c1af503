package io.crmkit.storage.memory;

import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Removes the oldest rows of a table, but for those that must stay and those that others hold. */
final class Purge<V> {
    private final Transaction transaction;
    private final Layout<V> layout;
    private final Predicate<? super V> removable;

    private Purge(Transaction transaction, Layout<V> layout, Predicate<? super V> removable) {
        this.transaction = transaction;
        this.layout = layout;
        this.removable = removable;
    }

    static <V> Purge<V> of(Transaction transaction, Layout<V> layout, Predicate<? super V> removable) {
        return new Purge<>(transaction, layout, removable);
    }

    /** Removes so many at most from before that time. */
    int before(Instant limit, int most) {
        int removed = 0;
        Iterator<V> old =
                Walk.all(transaction.table(layout)).until(Place.startOf(limit)).rows();
        while (removed < most && old.hasNext()) {
            String key = key(old.next());
            Optional<V> newest = transaction.tryLock(layout, key);
            if (newest.filter(row -> place(row).at().isBefore(limit) && removable.test(row))
                    .isPresent()) {
                transaction.remove(layout, key);
                removed++;
            }
        }
        return removed;
    }

    private String key(V row) {
        return place(row).key();
    }

    private Place place(V row) {
        return Objects.requireNonNull(layout.places(row).get(Listings.ALL));
    }
}
