package io.crmkit.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page in a stable order. Records that come or go between two pages neither repeat nor hide others.
 *
 * @param items the page's items
 * @param next asks for the page behind this one; empty on the last page
 */
public record Page<T>(List<T> items, Optional<PageRequest> next) {
    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** The same page with each item turned into something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}
