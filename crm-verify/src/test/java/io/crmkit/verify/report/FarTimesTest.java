package io.crmkit.verify.report;

import static io.crmkit.verify.Desk.refusal;
import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.time.TimeRange;
import io.crmkit.verify.Desk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Times at the far ends are refused as other wrong input is. */
class FarTimesTest {
    private static final Instant NOON = Instant.parse("2026-03-21T12:00:00Z");
    private static final List<TimeRange> FAR = List.of(
            new TimeRange(Instant.MIN, Instant.MAX),
            new TimeRange(Instant.MIN, Instant.MIN),
            new TimeRange(Instant.MAX, Instant.MAX),
            new TimeRange(Instant.MIN, NOON),
            new TimeRange(NOON, Instant.MAX));

    private final Desk desk = Desk.staffed();

    @ParameterizedTest
    @EnumSource(ReportId.class)
    void noReportGoesThere(ReportId report) {
        for (ZoneId zone : List.of(ZoneOffset.MAX, ZoneOffset.MIN, ZoneId.of("Asia/Tehran"))) {
            for (TimeRange period : FAR) {
                ReportRequest request = ReportRequest.of(report, period, zone);
                assertThat(refusedFields(() -> desk.host().reports().run(request)))
                        .containsExactly("period");
            }
        }
    }

    @Test
    void theEarliestAndTheLatestDaysAreReported() {
        for (LocalDate day : List.of(LocalDate.of(1, 1, 2), LocalDate.of(9999, 12, 29))) {
            TimeRange period = TimeRange.ofDays(day, day, ZoneOffset.UTC);
            ReportRequest request = ReportRequest.of(ReportId.TICKETS_BY_DAY, period, ZoneOffset.MAX);
            assertThat(desk.host().reports().run(request).table().rows()).isNotEmpty();
        }
    }

    @Test
    void neitherDoOtherQuestionsAndCommands() {
        for (TimeRange period : FAR) {
            ActivityQuery query = ActivityQuery.all().during(period);
            assertThat(refusedFields(() -> desk.auditor().reports().activity(query, PageRequest.first())))
                    .containsExactly("period");
        }
        CustomerId ali = desk.ali().id();
        for (Instant instant : List.of(Instant.MIN, Instant.MAX)) {
            assertThat(refusedFields(() -> desk.host().staff().onDuty(TeamId.SUPPORT, instant)))
                    .containsExactly("at");
            RecordActivity activity = new RecordActivity(
                    ali, "wallet", "W-1", ActivityType.TRADE, ActivityStatus.SUCCESS, instant, Optional.empty());
            assertThat(refusedFields(() -> desk.host().activities().record(activity)))
                    .containsExactly("activity.occurredAt");
        }
    }

    @Test
    void daysBeyondAllInstantsAreRefused() {
        for (ZoneId zone : List.of(ZoneOffset.MAX, ZoneOffset.MIN, ZoneId.of("Asia/Tehran"))) {
            refusal(InvalidRequestException.class, () -> TimeRange.ofDays(LocalDate.MIN, LocalDate.MAX, zone));
            refusal(InvalidRequestException.class, () -> TimeRange.ofDays(LocalDate.MAX, LocalDate.MAX, zone));
        }
    }
}
