package io.crmkit.report.internal;

import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Slice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Walks through long lists of the storage, earliest first, with one query for each thousand items. */
final class Slices {
    static final int SIZE = 1000;

    private Slices() {}

    /** Hands over all items, at most {@value #SIZE} at once and never none. */
    static <T> void each(Function<Slice, List<T>> list, Function<T, Position> position, Consumer<List<T>> work) {
        Slice slice = Slice.first(SortOrder.OLDEST_FIRST, SIZE);
        List<T> items = list.apply(slice);
        while (!items.isEmpty()) {
            work.accept(items);
            if (items.size() < SIZE) {
                return;
            }
            Position last = position.apply(items.get(items.size() - 1));
            slice = new Slice(SortOrder.OLDEST_FIRST, Optional.of(last), SIZE);
            items = list.apply(slice);
        }
    }
}
