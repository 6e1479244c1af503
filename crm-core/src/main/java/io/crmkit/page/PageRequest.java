package io.crmkit.page;

import io.crmkit.error.InvalidRequestException;
import java.util.Optional;

/**
 * Asks for one page: the first, or the one behind a cursor that an earlier page gave.
 *
 * @param size how many items at most, 1 to {@value #MAX_SIZE}
 * @param cursor the opaque text of {@link Page#next()}, empty for the first page; it fits the same query only
 */
public record PageRequest(int size, Optional<String> cursor) {
    /** The largest page. */
    public static final int MAX_SIZE = 200;
    /** The page size to use when nobody asks for another. */
    public static final int DEFAULT_SIZE = 50;

    /** @throws InvalidRequestException if the size lies outside of 1 to {@value #MAX_SIZE} */
    public PageRequest {
        if (size < 1 || size > MAX_SIZE) {
            throw InvalidRequestException.of(
                    "size",
                    io.crmkit.error.ViolationCode.OUT_OF_RANGE,
                    "is " + size + ", allowed are 1 to " + MAX_SIZE);
        }
    }

    /** The first page of {@value #DEFAULT_SIZE} items. */
    public static PageRequest first() {
        return first(DEFAULT_SIZE);
    }

    /** The first page. */
    public static PageRequest first(int size) {
        return new PageRequest(size, Optional.empty());
    }

    /** The page behind {@code cursor}. */
    public static PageRequest after(String cursor, int size) {
        return new PageRequest(size, Optional.of(cursor));
    }
}
