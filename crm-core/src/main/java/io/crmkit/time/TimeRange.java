package io.crmkit.time;

import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.ViolationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A half-open range of time: {@code from} belongs to it, {@code to} does not.
 *
 * @param from the first instant
 * @param to the first instant behind; not before {@code from}
 */
public record TimeRange(Instant from, Instant to) {
    /** @throws InvalidRequestException if {@code to} lies before {@code from} */
    public TimeRange {
        if (to.isBefore(from)) {
            throw InvalidRequestException.of("to", ViolationCode.OUT_OF_RANGE, "lies before from");
        }
    }

    /** The days from {@code first} to {@code last}, both included, as they run in {@code zone}. */
    public static TimeRange ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        return new TimeRange(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Says whether {@code instant} lies within. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
