package io.crmkit.verify.report;

import static io.crmkit.verify.report.ReportDesk.BOSS;
import static io.crmkit.verify.report.ReportDesk.DEV;
import static io.crmkit.verify.report.ReportDesk.HOST;
import static io.crmkit.verify.report.ReportDesk.JOHN;
import static io.crmkit.verify.report.ReportDesk.SARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.Crm;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.audit.AuditEntry;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.error.Violation;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.ReportDefinition;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.report.ReportService;
import io.crmkit.testkit.TripwireStorage;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.time.TimeRange;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReportRightsTest {
    private static final Actor TECH_LEAD =
            Actor.agent("tech-lead", Role.SUPPORT_SUPERVISOR).in(TeamId.of("tech"));
    private static final Actor MARKETER = Actor.agent("mia", Role.MARKETER);
    private static final Actor AUDITOR = Actor.agent("ada", Role.AUDITOR);

    private final ReportDesk desk = new ReportDesk();
    private final CustomerId ali = desk.customer("علی", "رضایی");

    @Test
    void whoMayRunNoReportsIsDeniedBeforeTheStorageIsTouched() {
        TripwireStorage storage = new TripwireStorage();
        Crm crm = Crm.builder().storage(storage).clock(desk.clock).build();
        ReportService reports = crm.as(MARKETER).reports();
        ReportRequest request = ReportDesk.request(ReportId.TICKETS, 2, 2);

        denied(reports::catalog);
        denied(() -> reports.run(request));
        denied(() -> reports.export(request, CsvFormat.forPrograms(), new ByteArrayOutputStream()));
        denied(() -> reports.activity(ActivityQuery.all(), PageRequest.first()));
        assertThat(storage.touched()).isZero();
    }

    @Test
    void theCatalogueDefinesEveryReportOnce() {
        List<ReportDefinition> catalog = desk.crm.as(SARA).reports().catalog();

        assertThat(catalog).extracting(ReportDefinition::id).containsExactly(ReportId.values());
        assertThat(catalog)
                .allSatisfy(definition -> assertThat(definition.formula()).contains("Sample:"));
    }

    @Test
    void anotherTeamsTicketsEnterNoFigure() {
        TicketId ticket = desk.open("2026-03-02T09:00:00Z", ali, "canary");
        desk.assign("2026-03-02T09:05:00Z", ticket, SARA);
        desk.reply("2026-03-02T09:10:00Z", SARA, ticket, TicketStatus.SOLVED);
        desk.note("2026-03-02T09:15:00Z", SARA, ali);

        try (ReportDesk empty = new ReportDesk()) {
            for (ReportId report : ReportId.values()) {
                List<List<String>> nothing = empty.rows(TECH_LEAD, report, 2, 2);
                assertThat(desk.rows(TECH_LEAD, report, 2, 2)).as(report.name()).isEqualTo(nothing);
                assertThat(desk.rows(BOSS, report, 2, 2)).as(report.name()).isNotEqualTo(nothing);
            }
        }
    }

    @Test
    void anAgentSeesOwnFiguresOnly() {
        desk.note("2026-03-02T09:15:00Z", SARA, ali);
        desk.note("2026-03-02T09:16:00Z", JOHN, ali);

        assertThat(desk.rows(SARA, ReportId.ACTIVITY_LOG, 2, 2))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row).contains("sara"));
        for (ReportId report : ReportId.values()) {
            ReportRequest request = ReportDesk.request(report, 2, 2);
            if (report == ReportId.AGENTS || report == ReportId.ACTIVITY_LOG) {
                assertThat(desk.run(SARA, request.agent(SARA.id())).request().agent())
                        .contains(SARA.id());
                denied(() -> desk.run(SARA, request.agent(JOHN.id())));
            } else {
                denied(() -> desk.run(SARA, request));
            }
        }
    }

    @Test
    void anAgentSeesOwnDeedsOnlyLatestFirst() {
        desk.note("2026-03-02T09:15:00Z", SARA, ali);
        desk.note("2026-03-02T09:16:00Z", JOHN, ali);
        desk.note("2026-03-02T09:17:00Z", SARA, ali);
        ReportService own = desk.crm.as(SARA).reports();

        Page<AuditEntry> first = own.activity(ActivityQuery.all(), PageRequest.first(1));
        Page<AuditEntry> second = own.activity(ActivityQuery.all(), first.next().orElseThrow());

        assertThat(first.items()).extracting(entry -> entry.at().toString()).containsExactly("2026-03-02T09:17:00Z");
        assertThat(second.items()).extracting(entry -> entry.at().toString()).containsExactly("2026-03-02T09:15:00Z");
        assertThat(second.next()).isEmpty();
        denied(() -> own.activity(ActivityQuery.all().by(JOHN.id()), PageRequest.first()));
    }

    @Test
    void valuesOfChangesAreForThoseWhoMaySeeAllFields() {
        desk.note("2026-03-02T09:15:00Z", SARA, ali);
        ReportRequest request = ReportDesk.request(ReportId.AGENTS, 2, 2);
        desk.crm.as(BOSS).reports().export(request, CsvFormat.forPrograms(), new ByteArrayOutputStream());
        ActivityQuery query = ActivityQuery.all().by(BOSS.id());

        assertThat(desk.crm
                        .as(HOST)
                        .reports()
                        .activity(query, PageRequest.first())
                        .items())
                .anySatisfy(entry -> assertThat(entry.changes()).isNotEmpty());
        for (Actor actor : List.of(BOSS, AUDITOR)) {
            assertThat(desk.crm
                            .as(actor)
                            .reports()
                            .activity(query, PageRequest.first())
                            .items())
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.changes()).isEmpty());
        }
    }

    @Test
    void noticesShowAddressesOnlyToThoseWhoMaySeeContacts() {
        desk.open("2026-03-02T09:00:00Z", ali, "trade");
        desk.at("2026-03-03T09:00:00Z");
        desk.crm.runDue();

        assertThat(desk.rows(BOSS, ReportId.NOTICES, 2, 3))
                .extracting(row -> row.get(3))
                .containsExactly("+989123456789", "boss");
        assertThat(desk.rows(AUDITOR, ReportId.NOTICES, 2, 3))
                .extracting(row -> row.get(3))
                .containsExactly("…789", "boss");
    }

    @Test
    void everythingWrongWithARequestIsSaidAtOnce() {
        TimeRange tooLong = new TimeRange(Instant.parse("2015-01-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"));
        ReportRequest request = ReportRequest.of(ReportId.TICKETS, tooLong, ReportDesk.UTC)
                .agent(SARA.id())
                .customer(ali);

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> desk.run(HOST, request))
                .satisfies(e -> assertThat(e.violations())
                        .extracting(Violation::field)
                        .containsExactly("period", "agent", "customer"));
    }

    @Test
    void fourThousandDaysAreNotTooManyAlsoWhereSummerTimeMakesThemLonger() {
        ZoneId tehran = ZoneId.of("Asia/Tehran");
        LocalDate first = LocalDate.of(2015, 6, 1);
        TimeRange longest = TimeRange.ofDays(first, first.plusDays(3_999), tehran);
        TimeRange longer = new TimeRange(longest.from(), longest.to().plusNanos(1_000));

        assertThat(desk.run(HOST, ReportRequest.of(ReportId.TICKETS_BY_DAY, longest, tehran))
                        .table()
                        .rows())
                .hasSize(4_000);
        for (TimeRange range : List.of(longer, new TimeRange(Instant.MIN, Instant.MAX))) {
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> desk.run(HOST, ReportRequest.of(ReportId.TICKETS_BY_DAY, range, tehran)));
        }
    }

    @Test
    void anExportNeedsBothPermissions() {
        ReportRequest own = ReportDesk.request(ReportId.AGENTS, 2, 2);

        denied(() -> desk.crm.as(SARA).reports().export(own, CsvFormat.forPrograms(), new ByteArrayOutputStream()));
        denied(() -> desk.crm.as(DEV).reports().export(own, CsvFormat.forPrograms(), new ByteArrayOutputStream()));
        denied(() -> desk.crm.as(HOST).reports().export(own, CsvFormat.forPrograms(), new ByteArrayOutputStream()));
    }

    private static void denied(ThrowingCallable call) {
        assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(call);
    }
}
