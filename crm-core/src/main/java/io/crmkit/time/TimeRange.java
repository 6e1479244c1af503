package io.crmkit.time;

import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.ViolationCode;
import java.time.DateTimeException;
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

    /**
     * The days from {@code first} to {@code last}, both included, as they run in {@code zone}.
     *
     * @throws InvalidRequestException if {@code last} lies before {@code first}, or a day beyond all instants
     */
    public static TimeRange ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        try {
            return new TimeRange(
                    first.atStartOfDay(zone).toInstant(),
                    last.plusDays(1).atStartOfDay(zone).toInstant());
        } catch (DateTimeException e) {
            throw InvalidRequestException.of("days", ViolationCode.OUT_OF_RANGE, "lie beyond what a clock can show");
        }
    }

    /** Says whether {@code instant} lies within. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
