package io.crmkit.verify.leak;

import io.crmkit.CrmSession;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.error.CrmException;
import io.crmkit.error.ErrorTexts;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.NoteQuery;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.time.TimeRange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads all that somebody can read, as far as it is allowed, by the name of the surface. */
final class Surfaces {
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_SIZE);
    private static final ZoneId ZONE = ZoneId.of("Asia/Tehran");

    private final CanaryDesk desk;
    private final CrmSession session;
    private final Map<String, List<Object>> found = new TreeMap<>();
    private final List<Object> errors = new ArrayList<>();

    private Surfaces(CanaryDesk desk, CrmSession session) {
        this.desk = desk;
        this.session = session;
        found.put("errors", errors);
    }

    /** What each surface shows. */
    static Map<String, List<Object>> of(CanaryDesk desk, CrmSession session) {
        Surfaces surfaces = new Surfaces(desk, session);
        for (CanaryDesk.Side side : desk.sides) {
            surfaces.customer(side);
            surfaces.notes(side);
            surfaces.tickets(side);
        }
        surfaces.lists();
        surfaces.reports();
        surfaces.reportFiles();
        return surfaces.found;
    }

    private void read(String surface, Supplier<?> call) {
        try {
            found.computeIfAbsent(surface, name -> new ArrayList<>()).add(call.get());
        } catch (CrmException e) {
            errors.add(e.toString());
            for (String language : List.of("fa", "ta", "en")) {
                errors.add(ErrorTexts.of(e, Locale.forLanguageTag(language)));
            }
        }
    }

    private void customer(CanaryDesk.Side side) {
        CustomerId id = side.customer();
        read("customer.get", () -> session.customers().get(id));
        read("customer.history", () -> session.customers().history(id, ALL));
        read("customer.timeline", () -> session.customers().timeline(TimelineQuery.of(id), ALL));
        side.identifiers()
                .forEach(i -> read(
                        "customer.findByIdentifier", () -> session.customers().findByIdentifier(i)));
        side.phones()
                .forEach(phone -> read(
                        "customer.findByContact", () -> session.customers().findByContact(ContactType.PHONE, phone)));
        read("activity.counts", () -> session.activities().counts(id));
    }

    private void notes(CanaryDesk.Side side) {
        read("note.get", () -> session.notes().get(side.note().id()));
        read("note.get", () -> session.notes().get(side.deletedNote().id()));
        read("note.revisions", () -> session.notes().revisions(side.note().id()));
        read("note.list", () -> session.notes().list(NoteQuery.about(side.customer()), ALL));
        read(
                "note.list",
                () -> session.notes().list(NoteQuery.about(side.customer()).withDeleted(), ALL));
        read(
                "note.lastNotes",
                () -> session.notes()
                        .lastNotes(Set.of(
                                SubjectRef.order("981"),
                                SubjectRef.customer(side.customer().toString()))));
    }

    private void tickets(CanaryDesk.Side side) {
        TicketId id = side.ticket().id();
        read("ticket.get", () -> session.tickets().get(id));
        read("ticket.find", () -> session.tickets().find(side.ticket().number()));
        read("ticket.list", () -> session.tickets().list(TicketQuery.all().of(side.customer()), ALL));
        read("ticket.messages", () -> session.tickets().messages(id, ALL));
        read("ticket.history", () -> session.tickets().history(id));
        read("ticket.context", () -> session.tickets().context(id));
        read("ticket.view", () -> session.tickets().view(id));
        read("ticket.views", () -> session.tickets().views(side.customer(), ALL));
    }

    private void lists() {
        read("customer.search", () -> session.customers().search(CustomerQuery.all(), ALL));
        read("customer.suggest", () -> session.customers().suggest("a", 50));
        read("customer.attributes", () -> session.customers().attributes());
        read("note.list", () -> session.notes().list(NoteQuery.all(), ALL));
        read("ticket.list", () -> session.tickets().list(TicketQuery.all(), ALL));
        read("notification.list", () -> session.notifications().list(NotificationQuery.all(), ALL));
        desk.admin
                .notifications()
                .list(NotificationQuery.all(), ALL)
                .items()
                .forEach(notification ->
                        read("notification.get", () -> session.notifications().get(notification.id())));
        read("staff", () -> session.staff().agents(CanaryDesk.VIP));
        read("staff", () -> session.staff().teams());
        read("rule.list", () -> session.automation().rules());
        read("rule.executions", () -> session.automation().executions(ALL));
    }

    private void reports() {
        read("report.catalog", () -> session.reports().catalog());
        read("report.activity", () -> session.reports().activity(ActivityQuery.all(), ALL));
        for (ReportId id : ReportId.values()) {
            // Labels are the host's code: they are no part of what the CRM shows.
            read("report.run", () -> session.reports().run(request(id)).table());
        }
    }

    private void reportFiles() {
        for (ReportId id : ReportId.values()) {
            read("report.export", () -> {
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                session.reports().export(request(id), CsvFormat.forSpreadsheets(), file);
                return file.toString(StandardCharsets.UTF_8);
            });
        }
    }

    private ReportRequest request(ReportId id) {
        Instant now = desk.clock.instant();
        return ReportRequest.of(id, new TimeRange(now.minus(Duration.ofDays(3)), now.plus(Duration.ofDays(3))), ZONE);
    }
}
