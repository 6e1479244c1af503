package io.crmkit.verify.report;

import static io.crmkit.verify.report.ReportDesk.BOSS;
import static io.crmkit.verify.report.ReportDesk.HOST;
import static io.crmkit.verify.report.ReportDesk.SARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.report.ReportResult;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketCountsTest {
    private final ReportDesk desk = new ReportDesk();
    private final CustomerId ali = desk.customer("علی", "رضایی");
    private final CustomerId kavitha = desk.customer("கவிதா", "முருகன்");

    @Test
    void everyDayHasARowWithWhatHappenedOnIt() {
        TicketId ticket = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        desk.open("2026-03-02T09:30:00Z", kavitha, "trade");
        desk.status("2026-03-02T10:00:00Z", SARA, ticket, TicketStatus.SOLVED);
        desk.write("2026-03-02T11:00:00Z", ticket);
        desk.status("2026-03-02T12:00:00Z", SARA, ticket, TicketStatus.SOLVED);
        desk.status("2026-03-04T12:00:00Z", SARA, ticket, TicketStatus.OPEN);

        assertThat(desk.rows(HOST, ReportId.TICKETS_BY_DAY, 2, 4))
                .containsExactly(
                        List.of("2026-03-02", "2", "2", "1", "0"),
                        List.of("2026-03-03", "0", "0", "0", "0"),
                        List.of("2026-03-04", "0", "0", "1", "0"));
    }

    @Test
    void aMessageOnAClosedTicketOpensAnotherThatCounts() {
        TicketId ticket = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        desk.status("2026-03-02T10:00:00Z", SARA, ticket, TicketStatus.SOLVED);
        desk.at("2026-03-09T10:00:00Z");
        desk.crm.runDue();
        desk.write("2026-03-10T10:00:00Z", ticket);

        assertThat(desk.rows(HOST, ReportId.TICKETS_BY_DAY, 9, 10))
                .containsExactly(List.of("2026-03-09", "0", "0", "0", "1"), List.of("2026-03-10", "1", "0", "0", "0"));
    }

    @Test
    void ticketsMergedAwayCountNowhere() {
        TicketId target = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        TicketId source = desk.open("2026-03-02T09:10:00Z", ali, "kyc/pending");
        desk.crm.as(BOSS).tickets().merge(new MergeTickets(target, source));

        assertThat(desk.rows(HOST, ReportId.TICKETS_BY_DAY, 2, 2))
                .containsExactly(List.of("2026-03-02", "1", "0", "0", "0"));
        assertThat(desk.rows(HOST, ReportId.CATEGORIES, 2, 2)).containsExactly(List.of("trade", "1", "1", "100.00"));
        assertThat(desk.rows(HOST, ReportId.TICKETS, 2, 2)).hasSize(2);
    }

    @Test
    void theZoneDecidesTheDay() {
        desk.open("2026-03-02T20:29:59Z", ali, "trade");
        desk.open("2026-03-02T20:30:00Z", ali, "trade");

        assertThat(byDay(ReportDesk.UTC)).containsExactly(List.of("2026-03-02", "2", "0", "0", "0"));
        assertThat(byDay(ZoneId.of("Asia/Tehran")))
                .containsExactly(List.of("2026-03-02", "1", "0", "0", "0"), List.of("2026-03-03", "1", "0", "0", "0"));
    }

    @Test
    void categoriesComeByNumberThenByName() {
        desk.open("2026-03-02T09:00:00Z", ali, "withdrawal/delayed");
        desk.open("2026-03-02T09:01:00Z", ali, "withdrawal/delayed");
        desk.open("2026-03-02T09:02:00Z", ali, "trade");
        desk.open("2026-03-02T09:03:00Z", kavitha, "kyc/pending");
        desk.open("2026-03-02T09:04:00Z", ali, "kyc/pending");
        desk.open("2026-03-02T09:05:00Z", kavitha, "account");

        assertThat(desk.rows(HOST, ReportId.CATEGORIES, 2, 2))
                .containsExactly(
                        List.of("kyc/pending", "2", "2", "33.33"),
                        List.of("withdrawal/delayed", "2", "1", "33.33"),
                        List.of("account", "1", "1", "16.67"),
                        List.of("trade", "1", "1", "16.67"));
    }

    @Test
    void ticketsAreListedInOrderOfOpeningWithTheNamesOfTheHost() {
        TicketId first = desk.open("2026-03-02T09:00:00Z", ali, "withdrawal/delayed");
        TicketId second = desk.open("2026-03-02T09:01:00Z", kavitha, "trade");
        desk.assign("2026-03-02T09:02:00Z", second, SARA);
        desk.reply("2026-03-02T09:03:00Z", SARA, second, TicketStatus.PENDING);
        Map<String, String> names =
                Map.of(first.toString(), "t2", second.toString(), "t1", ali.toString(), "c1", kavitha.toString(), "c2");

        ReportResult result = desk.run(
                HOST,
                ReportDesk.request(ReportId.TICKETS, 2, 2).labels(subject -> names.getOrDefault(subject.id(), "?")));

        assertThat(result.sampleSize()).isEqualTo(2);
        assertThat(result.table().rows())
                .containsExactly(
                        List.of("t2", "c1", "NEW", "URGENT", "urgent", "", "support", "0", "yes", ""),
                        List.of("t1", "c2", "PENDING", "NORMAL", "", "sara", "support", "0", "no", ""));
    }

    private List<List<String>> byDay(ZoneId zone) {
        TimeRange period = new TimeRange(Instant.parse("2026-03-02T09:00:00Z"), Instant.parse("2026-03-02T22:00:00Z"));
        return desk.run(HOST, ReportRequest.of(ReportId.TICKETS_BY_DAY, period, zone))
                .table()
                .rows();
    }
}
