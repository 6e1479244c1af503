package io.crmkit.storage.memory;

import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Slice;
import io.crmkit.time.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePSet;

/**
 * A way through the rows of a table in order of time: through the union of some groups, the smallest that is known to
 * hold all wanted rows.
 */
final class Walk<V> {
    private final Table<V> table;
    private Collection<String> groups;
    private int size;
    private @Nullable Place from;
    private @Nullable Place to;

    private Walk(Table<V> table, Collection<String> groups) {
        this.table = table;
        this.groups = groups;
        this.size = size(groups);
    }

    /** Through all rows. */
    static <V> Walk<V> all(Table<V> table) {
        return of(table, Listings.ALL);
    }

    /** Through the rows of one group. */
    static <V> Walk<V> of(Table<V> table, String group) {
        return of(table, List.of(group));
    }

    /** Through the rows of some groups, each row once. */
    static <V> Walk<V> of(Table<V> table, Collection<String> union) {
        return new Walk<>(table, union);
    }

    /** All wanted rows are in this group too. */
    Walk<V> within(String group) {
        return within(List.of(group));
    }

    /** All wanted rows are in one of these groups too. */
    Walk<V> within(Collection<String> union) {
        int sum = size(union);
        if (sum < size) {
            groups = union;
            size = sum;
        }
        return this;
    }

    private int size(Collection<String> union) {
        return union.stream().mapToInt(group -> table.group(group).size()).sum();
    }

    /** Only rows of this time. */
    Walk<V> during(Optional<TimeRange> period) {
        period.ifPresent(range -> {
            from = Place.startOf(range.from());
            to = Place.startOf(range.to());
        });
        return this;
    }

    /** Only rows before this place. */
    Walk<V> until(Place end) {
        to = end;
        return this;
    }

    /** How many rows the chosen groups hold. */
    int size() {
        return size;
    }

    /** The wanted rows of a slice. */
    List<V> list(Slice slice, Predicate<? super V> wanted) {
        List<V> result = new ArrayList<>();
        Iterator<V> rows = rows(slice.order(), slice.after());
        while (result.size() < slice.limit() && rows.hasNext()) {
            V row = rows.next();
            if (wanted.test(row)) {
                result.add(row);
            }
        }
        return Collections.unmodifiableList(result);
    }

    /** All rows, oldest first. */
    Iterator<V> rows() {
        return rows(SortOrder.OLDEST_FIRST, Optional.empty());
    }

    /** All rows, oldest first. */
    Stream<V> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows(), Spliterator.ORDERED), false);
    }

    private Iterator<V> rows(SortOrder order, Optional<Position> after) {
        List<Iterator<Place>> sources = new ArrayList<>();
        for (String group : groups) {
            sources.add(places(table.group(group), order, after));
        }
        Comparator<Place> comparator = Comparator.naturalOrder();
        Iterator<Place> places =
                new Merge<>(sources, order == SortOrder.OLDEST_FIRST ? comparator : comparator.reversed());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return places.hasNext();
            }

            @Override
            public V next() {
                return table.get(places.next().key()).orElseThrow();
            }
        };
    }

    private Iterator<Place> places(TreePSet<Place> group, SortOrder order, Optional<Position> after) {
        TreePSet<Place> part = group;
        part = from == null ? part : part.tailSet(from, true);
        part = to == null ? part : part.headSet(to, false);
        if (order == SortOrder.OLDEST_FIRST) {
            return (after.isEmpty() ? part : part.tailSet(Place.behind(after.get()), false)).iterator();
        }
        return (after.isEmpty() ? part : part.headSet(Place.before(after.get()), false)).descendingIterator();
    }
}
