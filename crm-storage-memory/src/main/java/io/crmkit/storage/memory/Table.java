package io.crmkit.storage.memory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** The rows of one kind by key, and the places of the rows by group. Immutable: a change makes another table. */
final class Table<V> {
    private final Layout<V> layout;
    private final TreePMap<String, V> rows;
    private final TreePMap<String, TreePSet<Place>> groups;

    private final Optional<FeatureIndex<V>> index;

    private Table(
            Layout<V> layout,
            TreePMap<String, V> rows,
            TreePMap<String, TreePSet<Place>> groups,
            Optional<FeatureIndex<V>> index) {
        this.layout = layout;
        this.rows = rows;
        this.groups = groups;
        this.index = index;
    }

    static <V> Table<V> empty(Layout<V> layout) {
        return new Table<>(
                layout, TreePMap.empty(), TreePMap.empty(), layout.rules().map(FeatureIndex::empty));
    }

    Optional<V> get(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** All rows by key. */
    List<V> rows() {
        return List.copyOf(rows.values());
    }

    /** So many rows by key, behind one or from the first. */
    List<V> following(Optional<String> key, int limit) {
        Map<String, V> rest =
                key.<Map<String, V>>map(last -> rows.tailMap(last, false)).orElse(rows);
        return rest.values().stream().limit(limit).toList();
    }

    TreePSet<Place> group(String group) {
        TreePSet<Place> places = groups.get(group);
        return places == null ? TreePSet.empty() : places;
    }

    /** The names of the groups that begin so. */
    Collection<String> groupsBeginning(String beginning) {
        return groups.tailMap(beginning, true)
                .headMap(beginning + Character.MAX_VALUE, false)
                .keySet();
    }

    /** The same table with that row, or without one where {@code row} is null. */
    Table<V> with(String key, @Nullable V row) {
        V before = rows.get(key);
        Map<String, Place> old = before == null ? Map.of() : layout.places(before);
        Map<String, Place> now = row == null ? Map.of() : layout.places(row);
        TreePMap<String, TreePSet<Place>> listed = groups;
        for (Map.Entry<String, Place> entry : old.entrySet()) {
            if (!entry.getValue().equals(now.get(entry.getKey()))) {
                listed = without(listed, entry.getKey(), entry.getValue());
            }
        }
        for (Map.Entry<String, Place> entry : now.entrySet()) {
            if (!entry.getValue().equals(old.get(entry.getKey()))) {
                listed = with(listed, entry.getKey(), entry.getValue());
            }
        }
        TreePMap<String, V> next = row == null ? rows.minus(key) : rows.plus(key, row);
        return new Table<>(
                layout, next, listed, row == null ? index : index.map(known -> known.with(row, isIn(layout, next))));
    }

    /** The index of the rows, which may hold earlier states of them, and whether one is the present state. */
    FeatureIndex<V> index() {
        return index.orElseThrow();
    }

    Predicate<V> isCurrent() {
        return isIn(layout, rows);
    }

    private static <V> Predicate<V> isIn(Layout<V> layout, TreePMap<String, V> rows) {
        FeatureIndex.Rules<V> rules = layout.rules().orElseThrow();
        return row -> isSame(rows.get(rules.key().apply(row)), row);
    }

    /** The very row: one that was removed and added again, with the version that it had, is indexed anew. */
    @SuppressWarnings("ReferenceEquality")
    private static <V> boolean isSame(@Nullable V current, V row) {
        return current == row;
    }

    private static TreePMap<String, TreePSet<Place>> with(
            TreePMap<String, TreePSet<Place>> groups, String group, Place place) {
        TreePSet<Place> places = groups.get(group);
        return groups.plus(group, places == null ? TreePSet.singleton(place) : places.plus(place));
    }

    private static TreePMap<String, TreePSet<Place>> without(
            TreePMap<String, TreePSet<Place>> groups, String group, Place place) {
        TreePSet<Place> places = groups.get(group);
        TreePSet<Place> left = places == null ? TreePSet.empty() : places.minus(place);
        return left.isEmpty() ? groups.minus(group) : groups.plus(group, left);
    }
}
