package io.crmkit.report.internal;

import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.Permission;
import io.crmkit.actor.Scope;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.FieldDelta;
import io.crmkit.error.Form;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Survivors;
import io.crmkit.internal.access.Writing;
import io.crmkit.internal.csv.CsvOption;
import io.crmkit.internal.csv.CsvWriting;
import io.crmkit.internal.page.Pages;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.report.ActivityQuery;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.ReportDefinition;
import io.crmkit.report.ReportRequest;
import io.crmkit.report.ReportResult;
import io.crmkit.report.ReportService;
import io.crmkit.report.ReportTable;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.Position;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The reports of one actor. A new report is one class and one line in the list. Thread-safe. */
public final class DefaultReportService implements ReportService {
    private static final List<Report> REPORTS = List.of(
            new TicketsByDayReport(),
            new ResponseTimesReport(),
            new AgentsReport(),
            new CategoriesReport(),
            new TicketsReport(),
            new NotesDashboardReport(),
            new ActivityLogReport(),
            new NoticesReport());

    private final Gate gate;

    /** The reports of the gate's actor. */
    public DefaultReportService(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<ReportDefinition> catalog() {
        gate.enter(Permission.REPORT_RUN);
        return REPORTS.stream().map(Report::definition).toList();
    }

    @Override
    public ReportResult run(ReportRequest request) {
        return gate.read(Permission.REPORT_RUN, reading -> compute(reading, Permission.REPORT_RUN, request));
    }

    @Override
    public long export(ReportRequest request, CsvFormat format, OutputStream out) {
        gate.enter(Permission.REPORT_RUN);
        // The audit first: what left the house is noted, even if the stream breaks.
        ReportTable table = gate.write(Permission.REPORT_EXPORT, writing -> {
            ReportResult result = compute(writing, narrower(writing), request);
            audit(writing, result);
            return result.table();
        });
        write(table, format, out);
        return table.rows().size();
    }

    @Override
    public Page<AuditEntry> activity(ActivityQuery query, PageRequest page) {
        Form period = () -> query.period().map(Requests::violations).orElse(List.of());
        return gate.enter(Permission.REPORT_RUN).with(period).read(reading -> {
            Optional<ActorRef> doer = doer(reading, query);
            List<AuditEntry> found = Survivors.listed(
                    reading,
                    query.customer(),
                    customer -> reading.tx()
                            .audit()
                            .list(
                                    new AuditCriteria(
                                            reading.reach(Permission.REPORT_RUN),
                                            query.period(),
                                            Optional.empty(),
                                            doer,
                                            customer,
                                            Set.of()),
                                    Pages.slice(page, SortOrder.NEWEST_FIRST)));
            return Pages.page(found, page, entry -> new Position(entry.at(), entry.id()))
                    .map(seesValues(reading) ? entry -> entry : entry -> entry.showing(List.of()));
        });
    }

    private static ReportResult compute(Reading reading, Permission permission, ReportRequest request) {
        Report report = REPORTS.stream()
                .filter(each -> each.definition().id() == request.report())
                .findFirst()
                .orElseThrow();
        ReportRequest allowed = Requests.allowed(reading, permission, report, request);
        Figures figures = report.compute(new ReportInput(reading, allowed, permission));
        ReportTable table = new ReportTable(report.definition().columns(), figures.rows());
        return new ReportResult(report.definition(), allowed, reading.now(), figures.sampleSize(), table);
    }

    /** The permission that reaches less far: what leaves the house must be within both. */
    private static Permission narrower(Reading reading) {
        Scope run = reading.scope(Permission.REPORT_RUN);
        Scope export = reading.scope(Permission.REPORT_EXPORT);
        return run.compareTo(export) <= 0 ? Permission.REPORT_RUN : Permission.REPORT_EXPORT;
    }

    private static void audit(Writing writing, ReportResult result) {
        String name = result.definition().id().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String rows = Integer.toString(result.table().rows().size());
        writing.audit(
                AuditAction.REPORT_EXPORTED,
                new SubjectRef("report", name),
                result.request()
                        .customer()
                        .map(id -> Survivors.of(writing.tx(), id).orElse(id)),
                List.of(new FieldDelta("rows", Optional.empty(), Optional.of(rows))));
    }

    private static void write(ReportTable table, CsvFormat format, OutputStream out) {
        Set<CsvOption> options = EnumSet.noneOf(CsvOption.class);
        if (format.formulaGuard()) {
            options.add(CsvOption.FORMULA_GUARD);
        }
        if (format.byteOrderMark()) {
            options.add(CsvOption.BYTE_ORDER_MARK);
        }
        try {
            CsvWriting csv = CsvWriting.to(out, table.columns(), options);
            table.rows().forEach(csv::row);
            csv.flush();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ActorRef> doer(Reading reading, ActivityQuery query) {
        if (reading.scope(Permission.REPORT_RUN) != Scope.OWN) {
            return query.agent().map(agent -> new ActorRef(ActorKind.AGENT, agent));
        }
        Requests.demandOwn(reading, Permission.REPORT_RUN, query.agent());
        return Optional.of(reading.actor().ref());
    }

    /** Values may be of any field: only who may see all fields of all customers sees them. */
    private static boolean seesValues(Reading reading) {
        return reading.scope(Permission.SENSITIVE_READ) == Scope.ALL
                && reading.scope(Permission.CUSTOMER_CONTACTS) == Scope.ALL;
    }
}
