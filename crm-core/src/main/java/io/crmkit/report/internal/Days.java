package io.crmkit.report.internal;

import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The days that a period touches.
 *
 * @param zone whose days
 * @param first the day in which it begins
 * @param last the day of its last instant; of an empty period the day in which it begins
 */
record Days(ZoneId zone, LocalDate first, LocalDate last) {
    static Days of(TimeRange period, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(period.from(), zone);
        return period.from().equals(period.to())
                ? new Days(zone, first, first)
                : new Days(zone, first, LocalDate.ofInstant(period.to().minusNanos(1), zone));
    }

    /** The day of an instant. */
    LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Every day, in order. */
    List<LocalDate> all() {
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
