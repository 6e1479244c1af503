package io.crmkit.verify.fault;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.attachment.AttachedTo;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.NoteQuery;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.time.TimeRange;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One call of each public read, by the name of its method. */
final class Reads {
    private final Map<String, Commands.Command> byName = new TreeMap<>();

    Reads(PageRequest page) {
        customers(page);
        notes(page);
        tickets(page);
        others(page);
        for (ReportId report : ReportId.values()) {
            byName.put(
                    "ReportService.run " + report,
                    (d, a, h) -> a.reports()
                            .run(ReportRequest.of(
                                    report,
                                    new TimeRange(d.clock.instant().minus(Duration.ofDays(30)), d.clock.instant()),
                                    ZoneId.of("Asia/Tehran"))));
        }
    }

    Map<String, Commands.Command> all() {
        return byName;
    }

    private void customers(PageRequest page) {
        byName.put("CustomerDirectory.get", (d, a, h) -> a.customers().get(d.ali.id()));
        byName.put(
                "CustomerDirectory.findByIdentifier",
                (d, a, h) -> a.customers().findByIdentifier(Identifier.username("ali_r")));
        byName.put(
                "CustomerDirectory.findByContact",
                (d, a, h) -> a.customers().findByContact(ContactType.PHONE, "+989123456789"));
        byName.put(
                "CustomerDirectory.search", (d, a, h) -> a.customers().search(CustomerQuery.containing("علی"), page));
        byName.put("CustomerDirectory.suggest", (d, a, h) -> a.customers().suggest("علی", page.size()));
        byName.put(
                "CustomerDirectory.suggest with a slip",
                (d, a, h) -> a.customers().suggest("رضایب", page.size()));
        byName.put("SearchService.verifyIndex", (d, a, h) -> h.search().verifyIndex(page));
        byName.put("CustomerDirectory.mergePreview", (d, a, h) -> a.customers().mergePreview(d.ali.id(), d.twin.id()));
        byName.put("CustomerDirectory.duplicates", (d, a, h) -> a.customers().duplicates(d.ali.id()));
        byName.put("CustomerDirectory.merges", (d, a, h) -> a.customers().merges(d.merge.survivor()));
        byName.put("CustomerDirectory.attributes", (d, a, h) -> a.customers().attributes());
        byName.put("CustomerDirectory.history", (d, a, h) -> a.customers().history(d.ali.id(), page));
        byName.put(
                "CustomerDirectory.timeline", (d, a, h) -> a.customers().timeline(TimelineQuery.of(d.ali.id()), page));
    }

    private void notes(PageRequest page) {
        List<SubjectRef> orders = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            orders.add(SubjectRef.order("o" + i));
        }
        byName.put("NoteService.get", (d, a, h) -> a.notes().get(d.note.id()));
        byName.put("NoteService.list", (d, a, h) -> a.notes().list(NoteQuery.about(d.ali.id()), page));
        byName.put("NoteService.revisions", (d, a, h) -> a.notes().revisions(d.note.id()));
        byName.put("NoteService.search", (d, a, h) -> a.notes().search("۵۵۵ ۴۴ ۳۳۳", page));
        byName.put("NoteService.search by words", (d, a, h) -> a.notes().search("கொண்டார்", page));
        byName.put("NoteService.lastNotes", (d, a, h) -> a.notes().lastNotes(orders));
    }

    private void tickets(PageRequest page) {
        byName.put("TicketService.get", (d, a, h) -> a.tickets().get(d.ticket.id()));
        byName.put("TicketService.find", (d, a, h) -> a.tickets().find(d.ticket.number()));
        byName.put("TicketService.list", (d, a, h) -> a.tickets().list(TicketQuery.all(), page));
        byName.put("TicketService.messages", (d, a, h) -> a.tickets().messages(d.ticket.id(), page));
        byName.put("TicketService.history", (d, a, h) -> a.tickets().history(d.ticket.id()));
        byName.put("TicketService.context", (d, a, h) -> a.tickets().context(d.ticket.id()));
        byName.put("TicketService.view", (d, a, h) -> h.tickets().view(d.ticket.id()));
        byName.put("TicketService.views", (d, a, h) -> h.tickets().views(d.ali.id(), page));
    }

    private void others(PageRequest page) {
        byName.put("SearchService.tickets", (d, a, h) -> a.search().tickets("WD-100-200", page));
        byName.put("SearchService.tickets by words", (d, a, h) -> a.search().tickets("برداشت", page));
        byName.put("SearchService.about", (d, a, h) -> a.search().about("555-44-333", page));
        byName.put("ReportService.catalog", (d, a, h) -> a.reports().catalog());
        byName.put("ReportService.activity", (d, a, h) -> a.reports().activity(ActivityQuery.all(), page));
        byName.put("ActivityFeed.counts", (d, a, h) -> a.activities().counts(d.ali.id()));
        byName.put("AttachmentService.get", (d, a, h) -> a.attachments().get(d.file.id()));
        byName.put("AttachmentService.onNotes", (d, a, h) -> a.attachments().onNotes(List.of(d.note.id())));
        byName.put("AttachmentService.onTicket", (d, a, h) -> a.attachments().onTicket(d.ticket.id()));
        byName.put("AttachmentService.deleted", (d, a, h) -> a.attachments().deleted(AttachedTo.note(d.note.id())));
        byName.put("AutomationService.rules", (d, a, h) -> a.automation().rules());
        byName.put("AutomationService.executions", (d, a, h) -> a.automation().executions(page));
        byName.put("NotificationService.list", (d, a, h) -> a.notifications().list(NotificationQuery.all(), page));
        byName.put("NotificationService.get", (d, a, h) -> a.notifications().get(d.dead.id()));
        byName.put("StaffDirectory.agent", (d, a, h) -> a.staff().agent(new ActorId("sara")));
        byName.put("StaffDirectory.agents", (d, a, h) -> a.staff().agents(TeamId.SUPPORT));
        byName.put("StaffDirectory.teams", (d, a, h) -> a.staff().teams());
        byName.put("StaffDirectory.shifts", (d, a, h) -> a.staff().shifts(TeamId.SUPPORT));
        byName.put("StaffDirectory.onDuty", (d, a, h) -> a.staff().onDuty(TeamId.SUPPORT, d.clock.instant()));
    }
}
