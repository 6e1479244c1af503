package io.crmkit.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DaysTest {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    @Test
    void aDayOfTehranBeginsAtHalfPastEightInTheEvening() {
        Days days = days("2026-03-01T20:30:00Z", "2026-03-03T20:30:00Z", TEHRAN);

        assertThat(days.all()).containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3));
        assertThat(days.of(Instant.parse("2026-03-02T20:29:59.999999Z"))).isEqualTo("2026-03-02");
        assertThat(days.of(Instant.parse("2026-03-02T20:30:00Z"))).isEqualTo("2026-03-03");
    }

    @Test
    void theSameInstantLiesInAnotherDayOfAnotherZone() {
        Instant instant = Instant.parse("2026-03-02T20:30:00Z");

        assertThat(days("2026-03-01T00:00:00Z", "2026-03-04T00:00:00Z", ZoneId.of("UTC"))
                        .of(instant))
                .isEqualTo("2026-03-02");
        assertThat(days("2026-03-01T00:00:00Z", "2026-03-04T00:00:00Z", ZoneId.of("Asia/Kolkata"))
                        .of(instant))
                .isEqualTo("2026-03-03");
    }

    @Test
    void summerTimeMovesTheDaysOfTehranUntil2022() {
        Days spring = days("2021-03-20T20:30:00Z", "2021-03-23T19:30:00Z", TEHRAN);

        assertThat(spring.all()).hasSize(3).endsWith(LocalDate.of(2021, 3, 23));
        assertThat(spring.of(Instant.parse("2021-03-21T20:29:59Z"))).isEqualTo("2021-03-21");
        assertThat(spring.of(Instant.parse("2021-03-21T20:30:00Z"))).isEqualTo("2021-03-22");
        assertThat(spring.of(Instant.parse("2021-03-22T19:29:59Z"))).isEqualTo("2021-03-22");
        assertThat(spring.of(Instant.parse("2021-03-22T19:30:00Z"))).isEqualTo("2021-03-23");
    }

    @Test
    void theDayThatSummerTimeEndsInIsAnHourLonger() {
        Days autumn = days("2021-09-20T19:30:00Z", "2021-09-22T20:30:00Z", TEHRAN);

        assertThat(autumn.all()).containsExactly(LocalDate.of(2021, 9, 21), LocalDate.of(2021, 9, 22));
        assertThat(autumn.of(Instant.parse("2021-09-21T20:29:59Z"))).isEqualTo("2021-09-21");
        assertThat(autumn.of(Instant.parse("2021-09-21T20:30:00Z"))).isEqualTo("2021-09-22");
    }

    @Test
    void theFirstInstantBehindThePeriodAddsNoDay() {
        assertThat(days("2026-03-02T08:00:00Z", "2026-03-02T20:30:00Z", TEHRAN).last())
                .isEqualTo("2026-03-02");
        assertThat(days("2026-03-02T08:00:00Z", "2026-03-02T20:30:00.000001Z", TEHRAN)
                        .last())
                .isEqualTo("2026-03-03");
    }

    @Test
    void anEmptyPeriodTouchesTheDayItBeginsIn() {
        assertThat(days("2026-03-02T20:30:00Z", "2026-03-02T20:30:00Z", TEHRAN).all())
                .containsExactly(LocalDate.of(2026, 3, 3));
    }

    private static Days days(String from, String to, ZoneId zone) {
        return Days.of(new TimeRange(Instant.parse(from), Instant.parse(to)), zone);
    }
}
