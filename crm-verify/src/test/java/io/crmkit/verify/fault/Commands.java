package io.crmkit.verify.fault;

import io.crmkit.CrmSession;
import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.TeamId;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.AttachmentDownload;
import io.crmkit.attachment.DeleteAttachment;
import io.crmkit.attachment.SweepFiles;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleId;
import io.crmkit.automation.Trigger;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.AttributeType;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.UnmergeCustomers;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.error.DuplicateException;
import io.crmkit.id.SubjectRef;
import io.crmkit.imports.ImportCustomers;
import io.crmkit.imports.ImportField;
import io.crmkit.imports.ImportedRow;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.notification.NoticeRecipient;
import io.crmkit.notification.TemplateKey;
import io.crmkit.page.PageRequest;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Team;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.time.TimeRange;
import io.crmkit.verify.Spools;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One call of each public write, by the name of its method; commands that can carry an idempotency key do. */
final class Commands {
    /** Those that carry an idempotency key. */
    static final Set<String> KEYED = Set.of(
            "CustomerDirectory.register",
            "CustomerDirectory.update",
            "CustomerDirectory.merge",
            "CustomerDirectory.unmerge",
            "NoteService.add",
            "NoteService.edit",
            "NoteService.delete",
            "AttachmentService.attach",
            "AttachmentService.delete",
            "TicketService.assign",
            "TicketService.change",
            "TicketService.refer",
            "TicketService.merge",
            "TicketService.rate",
            "TicketService.open",
            "TicketService.write",
            "TicketService.write as follow-up",
            "TicketService.reply",
            "TicketService.comment");

    private static final String KEY = "key-1";

    /** A call on the records of a desk, by somebody's sessions. */
    @FunctionalInterface
    interface Command {
        Object run(FaultDesk desk, CrmSession agent, CrmSession host);
    }

    private final Map<String, Command> byName = new TreeMap<>();

    Commands() {
        customers();
        mergesAndImport();
        notes();
        files();
        conversation();
        changes();
        staff();
        others();
    }

    Map<String, Command> all() {
        return byName;
    }

    private void customers() {
        byName.put(
                "CustomerDirectory.register",
                (d, a, h) -> a.customers()
                        .register(RegisterCustomer.named("Grace", "O’Neill")
                                .username("grace")
                                .phone("+989351112233")
                                .once(KEY)));
        byName.put(
                "CustomerDirectory.update",
                (d, a, h) -> a.customers()
                        .update(UpdateCustomer.of(d.ali)
                                .tier(Tier.GOLD)
                                .attribute("kyc.level", "3")
                                .once(KEY)));
        byName.put("SearchService.rebuildIndex", (d, a, h) -> h.search().rebuildIndex(PageRequest.first()));
        byName.put(
                "CustomerDirectory.define",
                (d, a, h) -> a.customers()
                        .define(AttributeDefinition.of("kyc.level", AttributeType.TEXT)
                                .asSensitive()));
        byName.put(
                "ActivityFeed.record",
                (d, a, h) -> h.activities()
                        .record(new RecordActivity(
                                d.ali.id(),
                                "wallet",
                                "W-1",
                                ActivityType.TRADE,
                                ActivityStatus.SUCCESS,
                                d.clock.instant(),
                                Optional.empty())));
    }

    private void files() {
        byName.put(
                "AttachmentService.attach",
                (d, a, h) -> a.attachments()
                        .attach(AttachFile.toNote(d.note.id(), "ரசீது.png").once(KEY), Spools.picture()));
        byName.put("AttachmentService.open", (d, a, h) -> {
            try (AttachmentDownload file = a.attachments().open(d.file.id())) {
                return file;
            }
        });
        byName.put("AttachmentService.delete", (d, a, h) -> {
            a.attachments().delete(DeleteAttachment.own(d.file.id()).once(KEY));
            return true;
        });
        byName.put("AttachmentService.restore", (d, a, h) -> a.attachments().restore(d.deletedFile.id()));
        byName.put("AttachmentService.sweep", (d, a, h) -> a.attachments().sweep(SweepFiles.repairing()));
    }

    private void mergesAndImport() {
        byName.put(
                "CustomerDirectory.merge",
                (d, a, h) ->
                        a.customers().merge(MergeCustomers.of(d.ali, d.twin).once(KEY)));
        byName.put(
                "CustomerDirectory.unmerge",
                (d, a, h) -> a.customers().unmerge(new UnmergeCustomers(d.merge.id(), 2, Optional.of(KEY))));
        byName.put("CustomerDirectory.importCsv", (d, a, h) -> {
            String file = "id,family,phone\n7,کریمی,۰۹۱۲۳۴۵۶۷۰۰\n";
            ImportCustomers columns = ImportCustomers.fromCsv()
                    .externalId("id", "crm")
                    .column("family", ImportField.FAMILY_NAME)
                    .column("phone", ImportField.PHONE);
            return a.customers()
                    .importCsv(
                            columns,
                            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                            Commands::mustBeCreated);
        });
    }

    private void notes() {
        byName.put(
                "NoteService.add",
                (d, a, h) -> a.notes()
                        .add(AddNote.about(d.ali.id(), "<p>تماس گرفت: ۱۲۳۴-۵۶۷۸ ۹۰۱۲</p>")
                                .on(SubjectRef.order("981"))
                                .once(KEY)));
        byName.put(
                "NoteService.edit",
                (d, a, h) -> a.notes()
                        .edit(EditNote.of(d.note, "<p>called back about 9876-54321</p>")
                                .once(KEY)));
        byName.put("NoteService.delete", (d, a, h) -> {
            a.notes().delete(DeleteNote.own(d.note.id()).once(KEY));
            return "";
        });
    }

    private void conversation() {
        byName.put(
                "TicketService.open",
                (d, a, h) -> h.tickets()
                        .open(OpenTicket.of(d.ali.id(), Channel.CHAT, "واریز ۷۷۱۵۰۰۲۱", "واریز 7715-0021 نرسید")
                                .category("deposit")
                                .once(KEY)));
        byName.put(
                "TicketService.write",
                (d, a, h) -> h.tickets()
                        .write(WriteMessage.of(d.solved.id(), d.ali.id(), "இன்னும் இல்லை 7715-0021")
                                .once(KEY)));
        byName.put(
                "TicketService.write as follow-up",
                (d, a, h) -> h.tickets()
                        .write(WriteMessage.of(d.closed.id(), d.ali.id(), "இன்னும் இல்லை 7715-0021")
                                .once(KEY)));
        byName.put(
                "TicketService.reply",
                (d, a, h) -> a.tickets()
                        .reply(ReplyToTicket.to(d.ticket.id(), "Solved: WD-554433.")
                                .then(TicketStatus.SOLVED)
                                .once(KEY)));
        byName.put(
                "TicketService.comment",
                (d, a, h) -> a.tickets()
                        .comment(CommentOnTicket.on(d.ticket.id(), "txid checked: WD-554433")
                                .once(KEY)));
        byName.put(
                "TicketService.rate",
                (d, a, h) -> h.tickets().rate(new RateTicket(d.solved.id(), 5, "عالی").once(KEY)));
    }

    private void changes() {
        byName.put(
                "TicketService.change",
                (d, a, h) -> a.tickets()
                        .change(ChangeTicket.of(d.ticket)
                                .once(KEY)
                                .status(TicketStatus.SOLVED)
                                .priority(Priority.LOW)
                                .category("kyc")
                                .tags("late")));
        byName.put(
                "TicketService.assign",
                (d, a, h) -> a.tickets()
                        .assign(AssignTicket.to(d.ticket.id(), "sara").once(KEY)));
        byName.put(
                "TicketService.refer",
                (d, a, h) -> a.tickets()
                        .refer(new ReferTicket(d.ticket.id(), FaultDesk.TECH, "Where is transaction WD-554433?")
                                .once(KEY)));
        byName.put(
                "TicketService.merge",
                (d, a, h) -> a.tickets().merge(new MergeTickets(d.ticket.id(), d.second.id()).once(KEY)));
    }

    private void staff() {
        byName.put("StaffDirectory.save(Agent)", (d, a, h) -> a.staff().save(Agent.of("omid", "امید")));
        byName.put("StaffDirectory.save(Team)", (d, a, h) -> a.staff().save(Team.ledBy(TeamId.of("vip"), "sara")));
        byName.put(
                "StaffDirectory.save(Shift)",
                (d, a, h) -> a.staff().save(d.shift().on(DayOfWeek.FRIDAY)));
        byName.put("StaffDirectory.removeShift", (d, a, h) -> {
            a.staff().removeShift(TeamId.SUPPORT, "all day");
            return "";
        });
    }

    private void others() {
        byName.put("SearchService.rebuildReferences", (d, a, h) -> a.search().rebuildReferences(PageRequest.first()));
        byName.put(
                "AutomationService.save",
                (d, a, h) -> a.automation()
                        .save(Rule.after(
                                "remind",
                                Duration.ofHours(2),
                                Trigger.Anchor.WAITING,
                                new RuleAction.Notify(
                                        TemplateKey.TICKET_UNANSWERED, NoticeRecipient.ASSIGNEE, Optional.empty()))));
        byName.put("AutomationService.enable", (d, a, h) -> a.automation().enable(new RuleId("acknowledge"), false));
        byName.put("NotificationService.retry", (d, a, h) -> a.notifications().retry(d.dead.id()));
        byName.put("ReportService.export", (d, a, h) -> {
            TimeRange week = new TimeRange(d.clock.instant().minus(Duration.ofDays(7)), d.clock.instant());
            return a.reports()
                    .export(
                            ReportRequest.of(ReportId.TICKETS, week, ZoneId.of("UTC")),
                            CsvFormat.forPrograms(),
                            OutputStream.nullOutputStream());
        });
    }

    /** A row that was not created is told and is no failure of the import; here it is one. */
    private static void mustBeCreated(ImportedRow row) {
        if (row.outcome() != ImportedRow.Outcome.CREATED) {
            throw new DuplicateException("row");
        }
    }
}
