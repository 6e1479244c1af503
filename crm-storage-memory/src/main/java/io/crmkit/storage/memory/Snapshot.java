package io.crmkit.storage.memory;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/** All tables at one moment. Immutable. */
final class Snapshot {
    static final Snapshot EMPTY = new Snapshot(HashTreePMap.empty());

    private final HashPMap<Layout<?>, Table<?>> tables;

    private Snapshot(HashPMap<Layout<?>, Table<?>> tables) {
        this.tables = tables;
    }

    /** The table of a layout; only {@link #with} puts one in, so that the cast holds. */
    @SuppressWarnings("unchecked")
    <V> Table<V> table(Layout<V> layout) {
        Table<?> table = tables.get(layout);
        return table == null ? Table.empty(layout) : (Table<V>) table;
    }

    /** The same snapshot with that row, or without one where {@code row} is null. */
    <V> Snapshot with(Layout<V> layout, String key, @Nullable V row) {
        return new Snapshot(tables.plus(layout, table(layout).with(key, row)));
    }
}
