package io.crmkit.verify.report;

import static io.crmkit.verify.report.ReportDesk.HOST;
import static io.crmkit.verify.report.ReportDesk.JOHN;
import static io.crmkit.verify.report.ReportDesk.SARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.Note;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.CountingStorage;
import io.crmkit.ticket.TicketId;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListingReportsTest {
    private final ReportDesk desk = new ReportDesk();
    private final CustomerId ali = desk.customer("علی", "رضایی");
    private final CustomerId kavitha = desk.customer("கவிதா", "முருகன்");

    @Test
    void theDashboardCountsLiveNotesAndThoseAtWorkOnTheLastDay() {
        desk.note("2026-03-02T09:00:00Z", SARA, ali);
        desk.note("2026-03-03T00:00:00Z", SARA, ali);
        desk.note("2026-03-03T23:59:59Z", SARA, kavitha);
        Note gone = desk.note("2026-03-03T12:00:00Z", JOHN, kavitha);
        desk.crm.as(JOHN).notes().delete(DeleteNote.own(gone.id()));

        assertThat(desk.rows(HOST, ReportId.NOTES_DASHBOARD, 1, 3))
                .containsExactly(List.of("2026-03-03", "3", "2", "2", "2"));
        assertThat(desk.rows(HOST, ReportId.NOTES_DASHBOARD, 1, 4))
                .containsExactly(List.of("2026-03-04", "3", "2", "0", "0"));
    }

    @Test
    void theDashboardCountsNoDeedsBehindThePeriod() {
        desk.note("2026-03-02T09:00:00Z", SARA, ali);
        desk.note("2026-03-02T10:00:00Z", JOHN, ali);
        TimeRange morning = new TimeRange(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-02T10:00:00Z"));

        List<List<String>> rows = desk.run(HOST, ReportRequest.of(ReportId.NOTES_DASHBOARD, morning, ReportDesk.UTC))
                .table()
                .rows();

        assertThat(rows).containsExactly(List.of("2026-03-02", "2", "1", "2", "1"));
    }

    @Test
    void theActivityLogHoldsDeedsOfAgentsInOrderAndNoRefusedOnes() {
        TicketId ticket = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        desk.assign("2026-03-02T09:01:00Z", ticket, SARA);
        desk.reply("2026-03-02T09:02:00Z", SARA, ticket);
        Note note = desk.note("2026-03-02T09:03:00Z", JOHN, kavitha);
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> desk.crm.as(SARA).notes().delete(DeleteNote.own(note.id())));

        assertThat(desk.rows(HOST, ReportId.ACTIVITY_LOG, 2, 2))
                .containsExactly(
                        deed("2026-03-02T09:01:00Z", "boss", "TICKET_ASSIGNED", ali, ticket),
                        deed("2026-03-02T09:02:00Z", "sara", "TICKET_REPLIED", ali, ticket),
                        deed("2026-03-02T09:03:00Z", "john", "NOTE_ADDED", kavitha, note.id()));
    }

    @Test
    void theActivityLogCanBeNarrowedToAnAgentAndACustomer() {
        desk.note("2026-03-02T09:00:00Z", SARA, ali);
        Note wanted = desk.note("2026-03-02T09:01:00Z", JOHN, ali);
        desk.note("2026-03-02T09:02:00Z", JOHN, kavitha);
        ReportRequest request = ReportDesk.request(ReportId.ACTIVITY_LOG, 2, 2);

        assertThat(desk.run(HOST, request.agent(JOHN.id()).customer(ali))
                        .table()
                        .rows())
                .containsExactly(deed("2026-03-02T09:01:00Z", "john", "NOTE_ADDED", ali, wanted.id()));
    }

    @Test
    void noticesOfOneInstantComeByTheNameOfTheirTicket() {
        TicketId first = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        TicketId second = desk.open("2026-03-02T09:00:00Z", kavitha, "trade");
        desk.at("2026-03-03T09:00:00Z");
        desk.crm.runDue();
        ReportRequest request = ReportDesk.request(ReportId.NOTICES, 2, 3)
                .labels(subject -> subject.id().equals(first.toString()) ? "t2" : "t10");

        assertThat(first).isNotEqualTo(second);
        assertThat(desk.run(HOST, request).table().rows())
                .containsExactly(
                        List.of("2026-03-02T09:00:00Z", "SMS", "ticket-received", "+989123456789", "t10"),
                        List.of("2026-03-02T09:00:00Z", "SMS", "ticket-received", "+989123456789", "t2"),
                        List.of("2026-03-03T09:00:00Z", "AGENT", "ticket-unanswered", "boss", "t10"),
                        List.of("2026-03-03T09:00:00Z", "AGENT", "ticket-unanswered", "boss", "t2"));
    }

    @Test
    void longListsAreReadInSlices() {
        CountingStorage storage = new CountingStorage(MemoryStorage.create());
        try (ReportDesk busy = new ReportDesk(storage)) {
            CustomerId customer = busy.customer("Anna", "Bell");
            for (int i = 0; i < 2_100; i++) {
                busy.note("2026-03-02T09:00:00Z", SARA, customer);
            }
            storage.reset();

            assertThat(busy.rows(HOST, ReportId.ACTIVITY_LOG, 2, 2)).hasSize(2_100);
            assertThat(storage.calls()).containsOnly(Map.entry("AuditStore.list", 3));
        }
    }

    private static List<String> deed(String at, String agent, String action, CustomerId customer, Object target) {
        return List.of(at, agent, action, customer.toString(), target.toString());
    }
}
