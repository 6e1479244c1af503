package io.crmkit.internal.page;

import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.ViolationCode;
import io.crmkit.id.IdText;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Slice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keyset pages: one item more than asked for tells whether there is a next page. */
public final class Pages {
    private static final int RADIX = 36;

    private Pages() {}

    /** The slice of a page, one item longer. */
    public static Slice slice(PageRequest request, SortOrder order) {
        return new Slice(order, request.cursor().map(Pages::position), request.size() + 1);
    }

    /** The page of what {@link #slice} brought. */
    public static <T> Page<T> page(List<T> found, PageRequest request, Function<T, Position> position) {
        if (found.size() <= request.size()) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, request.size());
        String cursor = cursor(position.apply(items.get(items.size() - 1)));
        return new Page<>(items, Optional.of(PageRequest.after(cursor, request.size())));
    }

    /** The cursor of a place. */
    public static String cursor(Position position) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, position.at());
        return Long.toString(micros, RADIX) + "." + IdText.of(position.id());
    }

    /**
     * The place of a cursor.
     *
     * @throws InvalidRequestException if it is none that a page gave
     */
    public static Position position(String cursor) {
        int dot = cursor.indexOf('.');
        try {
            if (dot > 0) {
                long micros = Long.parseLong(cursor.substring(0, dot), RADIX);
                return new Position(
                        Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                        IdText.parse("cursor", cursor.substring(dot + 1)));
            }
        } catch (NumberFormatException | ArithmeticException | java.time.DateTimeException e) {
            throw malformed();
        }
        throw malformed();
    }

    static InvalidRequestException malformed() {
        return InvalidRequestException.of(
                "cursor", ViolationCode.MALFORMED, "is none that a page gave: begin again with the first page");
    }
}
