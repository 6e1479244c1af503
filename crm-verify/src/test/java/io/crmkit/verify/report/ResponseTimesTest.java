package io.crmkit.verify.report;

import static io.crmkit.verify.report.ReportDesk.BOSS;
import static io.crmkit.verify.report.ReportDesk.JOHN;
import static io.crmkit.verify.report.ReportDesk.SARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.report.ReportResult;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseTimesTest {
    private final ReportDesk desk = new ReportDesk();
    private final CustomerId ali = desk.customer("علی", "رضایی");

    @Test
    void withoutTicketsThereAreNoSamples() {
        assertThat(rows(2, 31))
                .containsExactly(
                        List.of("first_reply", "0", "", "", "", ""),
                        List.of("response", "0", "", "", "", ""),
                        List.of("first_resolution", "0", "", "", "", ""),
                        List.of("full_resolution", "0", "", "", "", ""));
    }

    /** The timeline of GitLab's handbook, "Zendesk metrics definitions", with the sums put right. */
    @Test
    void theHandbooksTimelineGivesItsReplyTimes() {
        TicketId ticket = handbook();

        assertThat(desk.crm.as(SARA).tickets().get(ticket).status()).isEqualTo(TicketStatus.SOLVED);
        assertThat(rows(2, 4))
                .containsExactly(
                        row("first_reply", 1, 18_000, 18_000, 18_000, 18_000),
                        row("response", 3, 40_800, 18_000, 102_600, 102_600),
                        row("first_resolution", 1, 192_600, 192_600, 192_600, 192_600),
                        row("full_resolution", 1, 192_600, 192_600, 192_600, 192_600));
    }

    @Test
    void whatEndedInThePeriodCountsWithItsWholeLength() {
        handbook();

        assertThat(rows(2, 2).get(1)).isEqualTo(row("response", 2, 9_900, 1_800, 18_000, 18_000));
        assertThat(rows(3, 3).get(1)).isEqualTo(List.of("response", "0", "", "", "", ""));
        assertThat(rows(4, 4))
                .containsExactly(
                        List.of("first_reply", "0", "", "", "", ""),
                        row("response", 1, 102_600, 102_600, 102_600, 102_600),
                        row("first_resolution", 1, 192_600, 192_600, 192_600, 192_600),
                        row("full_resolution", 1, 192_600, 192_600, 192_600, 192_600));
    }

    @Test
    void aTicketSolvedTwiceIsFullyResolvedTheSecondTime() {
        TicketId ticket = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        desk.reply("2026-03-02T10:00:00Z", SARA, ticket, TicketStatus.SOLVED);
        desk.write("2026-03-03T09:00:00Z", ticket);
        desk.reply("2026-03-04T09:00:00Z", JOHN, ticket, TicketStatus.SOLVED);

        assertThat(rows(2, 4).get(2)).isEqualTo(row("first_resolution", 1, 3_600, 3_600, 3_600, 3_600));
        assertThat(rows(2, 4).get(3)).isEqualTo(row("full_resolution", 1, 172_800, 172_800, 172_800, 172_800));
    }

    @Test
    void theStateAtTheEndOfThePeriodDecidesWhateverCameLater() {
        TicketId ticket = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        desk.reply("2026-03-02T10:00:00Z", SARA, ticket, TicketStatus.SOLVED);
        desk.write("2026-03-03T09:00:00Z", ticket);
        desk.reply("2026-03-04T09:00:00Z", JOHN, ticket, TicketStatus.SOLVED);

        assertThat(rows(2, 2).get(3)).isEqualTo(row("full_resolution", 1, 3_600, 3_600, 3_600, 3_600));
        assertThat(rows(2, 3).get(3)).isEqualTo(List.of("full_resolution", "0", "", "", "", ""));
        assertThat(rows(3, 4).get(2)).isEqualTo(List.of("first_resolution", "0", "", "", "", ""));
        assertThat(rows(3, 4).get(3)).isEqualTo(row("full_resolution", 1, 172_800, 172_800, 172_800, 172_800));
    }

    @Test
    void aTicketClosedByTimeStaysResolvedWhenItWasSolved() {
        TicketId ticket = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        desk.status("2026-03-02T09:30:00Z", SARA, ticket, TicketStatus.SOLVED);
        desk.at("2026-03-09T09:30:00Z");
        desk.crm.runDue();

        assertThat(rows(2, 9).get(1)).isEqualTo(List.of("response", "0", "", "", "", ""));
        assertThat(rows(2, 9).get(3)).isEqualTo(row("full_resolution", 1, 1_800, 1_800, 1_800, 1_800));
        assertThat(rows(9, 9).get(3)).isEqualTo(List.of("full_resolution", "0", "", "", "", ""));
    }

    @Test
    void aTicketMergedAwayIsAnsweredButNotResolved() {
        TicketId target = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        TicketId source = desk.open("2026-03-02T09:10:00Z", ali, "trade");
        desk.reply("2026-03-02T09:20:00Z", SARA, source, TicketStatus.SOLVED);
        desk.at("2026-03-02T09:30:00Z");
        desk.crm.as(BOSS).tickets().merge(new MergeTickets(target, source));

        assertThat(rows(2, 2).get(0)).isEqualTo(row("first_reply", 1, 600, 600, 600, 600));
        assertThat(rows(2, 2).get(2)).isEqualTo(List.of("first_resolution", "0", "", "", "", ""));
        assertThat(rows(2, 2).get(3)).isEqualTo(List.of("full_resolution", "0", "", "", "", ""));
    }

    @Test
    void theResultSaysWhatItRestsOn() {
        handbook();
        ReportRequest request = ReportDesk.request(ReportId.RESPONSE_TIMES, 2, 4);

        ReportResult result = desk.run(ReportDesk.HOST, request);

        assertThat(result.sampleSize()).isEqualTo(6);
        assertThat(result.request()).isEqualTo(request);
        assertThat(result.generatedAt()).isEqualTo("2026-03-04T14:30:00Z");
        assertThat(result.definition().formula()).contains("Zendesk");
        assertThat(result.table().columns()).isEqualTo(result.definition().columns());
    }

    private TicketId handbook() {
        TicketId ticket = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        desk.reply("2026-03-02T14:00:00Z", SARA, ticket);
        desk.write("2026-03-02T15:30:00Z", ticket);
        desk.reply("2026-03-02T16:00:00Z", JOHN, ticket, TicketStatus.PENDING);
        desk.write("2026-03-03T10:00:00Z", ticket);
        desk.status("2026-03-03T11:00:00Z", SARA, ticket, TicketStatus.ON_HOLD);
        desk.status("2026-03-04T14:00:00Z", SARA, ticket, TicketStatus.OPEN);
        desk.reply("2026-03-04T14:30:00Z", SARA, ticket, TicketStatus.SOLVED);
        return ticket;
    }

    private List<List<String>> rows(int firstDay, int lastDay) {
        return desk.rows(ReportDesk.HOST, ReportId.RESPONSE_TIMES, firstDay, lastDay);
    }

    private static List<String> row(String metric, long... figures) {
        List<String> row = new ArrayList<>(List.of(metric));
        for (long figure : figures) {
            row.add(Long.toString(figure));
        }
        return row;
    }
}
