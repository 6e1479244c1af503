package io.crmkit.verify.report;

import static io.crmkit.verify.report.ReportDesk.DEV;
import static io.crmkit.verify.report.ReportDesk.HOST;
import static io.crmkit.verify.report.ReportDesk.JOHN;
import static io.crmkit.verify.report.ReportDesk.SARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.Note;
import io.crmkit.report.ReportId;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.CountingStorage;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentsReportTest {
    private final ReportDesk desk = new ReportDesk();
    private final CustomerId ali = desk.customer("علی", "رضایی");

    @Test
    void eachAgentHasWhatTheAgentDid() {
        TicketId ticket = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        desk.assign("2026-03-02T09:05:00Z", ticket, SARA);
        desk.reply("2026-03-02T09:10:00Z", JOHN, ticket);
        desk.write("2026-03-02T10:00:00Z", ticket);
        desk.reply("2026-03-02T10:00:01Z", SARA, ticket);
        desk.write("2026-03-02T11:00:00Z", ticket);
        desk.reply("2026-03-02T11:00:02Z", SARA, ticket);
        desk.reply("2026-03-02T11:30:00Z", JOHN, ticket, TicketStatus.SOLVED);
        Note note = desk.note("2026-03-02T12:00:00Z", SARA, ali);
        desk.crm.as(SARA).notes().delete(DeleteNote.own(note.id()));

        assertThat(desk.rows(HOST, ReportId.AGENTS, 2, 2))
                .containsExactly(
                        List.of("john", "0", "2", "1", "0", "600", "0"), List.of("sara", "1", "2", "0", "1", "2", "1"));
    }

    @Test
    void anAgentWithNotesOnlyHasNoResponseTime() {
        desk.note("2026-03-02T12:00:00Z", SARA, ali);

        assertThat(desk.rows(HOST, ReportId.AGENTS, 2, 2))
                .containsExactly(List.of("sara", "0", "0", "0", "0", "", "1"));
        assertThat(desk.rows(HOST, ReportId.AGENTS, 3, 3)).isEmpty();
    }

    @Test
    void solvedGoesToWhoeverHadTheTicketThenAlsoSinceBeforeThePeriod() {
        TicketId ticket = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        desk.assign("2026-03-02T09:05:00Z", ticket, SARA);
        desk.status("2026-03-03T09:00:00Z", JOHN, ticket, TicketStatus.SOLVED);
        desk.status("2026-03-04T09:00:00Z", JOHN, ticket, TicketStatus.OPEN);
        desk.assign("2026-03-04T10:00:00Z", ticket, JOHN);
        desk.status("2026-03-04T11:00:00Z", SARA, ticket, TicketStatus.SOLVED);

        assertThat(desk.rows(HOST, ReportId.AGENTS, 3, 3))
                .containsExactly(List.of("sara", "0", "0", "0", "1", "", "0"));
        assertThat(desk.rows(HOST, ReportId.AGENTS, 4, 4))
                .containsExactly(List.of("john", "1", "0", "0", "1", "", "0"));
    }

    @Test
    void historiesAreReadOnlyOfTicketsFromBeforeThePeriodAndOnlyOnce() {
        CountingStorage storage = new CountingStorage(MemoryStorage.create());
        try (ReportDesk watched = new ReportDesk(storage)) {
            CustomerId customer = watched.customer("Anna", "Bell");
            TicketId old = watched.open("2026-03-02T09:00:00Z", customer, "trade");
            TicketId fresh = watched.open("2026-03-03T09:00:00Z", customer, "trade");
            for (TicketId ticket : List.of(old, fresh)) {
                watched.status("2026-03-03T10:00:00Z", SARA, ticket, TicketStatus.SOLVED);
                watched.status("2026-03-03T11:00:00Z", SARA, ticket, TicketStatus.OPEN);
                watched.status("2026-03-03T12:00:00Z", SARA, ticket, TicketStatus.SOLVED);
            }
            storage.reset();

            assertThat(watched.rows(HOST, ReportId.AGENTS, 3, 3)).isEmpty();
            assertThat(storage.calls())
                    .containsOnly(
                            Map.entry("NoteStore.list", 1),
                            Map.entry("TicketEventStore.list", 1),
                            Map.entry("TicketEventStore.of", 1));
        }
    }

    @Test
    void aTicketThatWentToAnotherTeamIsNobodysUntilItIsGivenAgain() {
        TicketId ticket = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        desk.assign("2026-03-02T09:05:00Z", ticket, SARA);
        desk.crm.as(SARA).tickets().refer(new ReferTicket(ticket, TeamId.of("tech"), "Where is the payout?"));
        desk.status("2026-03-03T09:00:00Z", DEV, ticket, TicketStatus.SOLVED);

        assertThat(desk.rows(HOST, ReportId.AGENTS, 2, 3))
                .containsExactly(List.of("sara", "1", "0", "0", "0", "", "0"));
        assertThat(desk.rows(HOST, ReportId.AGENTS, 3, 3)).isEmpty();
    }

    @Test
    void ownFiguresAreTheAgentsRowAlsoForTicketsThatOthersHaveNow() {
        TicketId ticket = desk.open("2026-03-02T09:00:00Z", ali, "trade");
        desk.assign("2026-03-02T09:05:00Z", ticket, SARA);
        desk.reply("2026-03-02T09:10:00Z", SARA, ticket, TicketStatus.SOLVED);
        desk.reply("2026-03-02T09:20:00Z", JOHN, ticket, TicketStatus.OPEN);
        desk.note("2026-03-02T09:30:00Z", SARA, ali);
        desk.note("2026-03-02T09:31:00Z", JOHN, ali);
        desk.crm.as(JOHN).tickets().refer(new ReferTicket(ticket, TeamId.of("tech"), "Where is the payout?"));

        assertThat(desk.rows(SARA, ReportId.AGENTS, 2, 2))
                .containsExactly(List.of("sara", "1", "1", "1", "1", "600", "1"));
        assertThat(desk.run(HOST, ReportDesk.request(ReportId.AGENTS, 2, 2).agent(SARA.id()))
                        .table())
                .isEqualTo(desk.run(SARA, ReportDesk.request(ReportId.AGENTS, 2, 2))
                        .table());
    }
}
