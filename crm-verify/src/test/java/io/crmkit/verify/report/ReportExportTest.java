package io.crmkit.verify.report;

import static io.crmkit.verify.report.ReportDesk.BOSS;
import static io.crmkit.verify.report.ReportDesk.SARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.Crm;
import io.crmkit.actor.AccessPolicy;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.actor.Role;
import io.crmkit.actor.Scope;
import io.crmkit.actor.TeamId;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.FieldDelta;
import io.crmkit.id.SubjectRef;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.report.ReportService;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.memory.MemoryStorage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportExportTest {
    private final ReportDesk desk = new ReportDesk();
    private final CustomerId ali = desk.customer("علی", "رضایی");
    private final ReportRequest log = ReportDesk.request(ReportId.ACTIVITY_LOG, 2, 2)
            .labels(subject -> subject.type().equals("customer") ? "=HYPERLINK(\"x\"),علی" : "n1");

    ReportExportTest() {
        desk.note("2026-03-02T09:15:00.999999Z", SARA, ali);
    }

    @Test
    void programsGetExactlyTheValues() {
        assertThat(export(CsvFormat.forPrograms()))
                .isEqualTo(String.join(
                        "\r\n",
                        "at,agent,action,customer,target",
                        "2026-03-02T09:15:00Z,sara,NOTE_ADDED,\"=HYPERLINK(\"\"x\"\"),علی\",n1",
                        ""));
    }

    @Test
    void spreadsheetsGetAByteOrderMarkAndNoFormulas() {
        assertThat(export(CsvFormat.forSpreadsheets()))
                .startsWith("\uFEFFat,agent,")
                .contains(",\"'=HYPERLINK(\"\"x\"\"),علی\",");
    }

    @Test
    void eachOptionStandsForItself() {
        assertThat(export(new CsvFormat(true, false))).startsWith("at,").contains("\"'=HYPERLINK");
        assertThat(export(new CsvFormat(false, true))).startsWith("\uFEFFat,").contains("\"=HYPERLINK");
    }

    @Test
    void theAuditKnowsWhoTookHowManyRowsOfWhat() {
        long rows = desk.crm.as(BOSS).reports().export(log, CsvFormat.forPrograms(), new ByteArrayOutputStream());

        assertThat(rows).isEqualTo(1);
        AuditEntry entry = lastDeed();
        assertThat(entry.action()).isEqualTo(AuditAction.REPORT_EXPORTED);
        assertThat(entry.by()).isEqualTo(BOSS.ref());
        assertThat(entry.target()).isEqualTo(new SubjectRef("report", "activity-log"));
        assertThat(entry.changes()).containsExactly(new FieldDelta("rows", Optional.empty(), Optional.of("1")));
    }

    @Test
    void anExportReachesAsFarAsBothPermissions() {
        AccessPolicy seesAllExportsTeam =
                (role, permission) -> permission == Permission.REPORT_EXPORT ? Scope.TEAM : Scope.ALL;
        Actor foreign = Actor.agent("tech-lead", Role.SUPPORT_SUPERVISOR).in(TeamId.of("tech"));
        CrmStorage storage = MemoryStorage.create();
        try (ReportDesk other = new ReportDesk(storage)) {
            other.note("2026-03-02T09:15:00Z", SARA, other.customer("Anna", "Bell"));
            ReportService reports = Crm.builder()
                    .storage(storage)
                    .clock(other.clock)
                    .policy(seesAllExportsTeam)
                    .build()
                    .as(foreign)
                    .reports();

            assertThat(reports.run(log).table().rows()).hasSize(1);
            assertThat(reports.export(log, CsvFormat.forPrograms(), new ByteArrayOutputStream()))
                    .isZero();
        }
    }

    @Test
    void theAuditKnowsAlsoOfAnExportWhoseStreamBroke() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> desk.crm.as(BOSS).reports().export(log, CsvFormat.forPrograms(), broken));
        assertThat(lastDeed().action()).isEqualTo(AuditAction.REPORT_EXPORTED);
    }

    @Test
    void theStreamIsFlushedAndStaysOpen() {
        List<String> calls = new ArrayList<>();
        OutputStream out = new BufferedOutputStream(new ByteArrayOutputStream()) {
            @Override
            public synchronized void flush() {
                calls.add("flush");
            }

            @Override
            public void close() {
                calls.add("close");
            }
        };

        desk.crm.as(BOSS).reports().export(log, CsvFormat.forPrograms(), out);

        assertThat(calls).contains("flush").doesNotContain("close");
    }

    private String export(CsvFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.crm.as(BOSS).reports().export(log, format, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private AuditEntry lastDeed() {
        return desk.crm
                .as(ReportDesk.HOST)
                .reports()
                .activity(ActivityQuery.all(), PageRequest.first(1))
                .items()
                .get(0);
    }
}
