package io.crmkit.spi.storage;

import io.crmkit.page.SortOrder;
import java.util.Optional;

/**
 * Which part of a list is wanted. Lists are ordered by time and then by id, both in the same direction.
 *
 * @param order from which end
 * @param after begins behind this place; empty begins at the end
 * @param limit how many items at most, from 1
 */
public record Slice(SortOrder order, Optional<Position> after, int limit) {
    /** The first items. */
    public static Slice first(SortOrder order, int limit) {
        return new Slice(order, Optional.empty(), limit);
    }
}
