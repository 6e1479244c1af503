package io.crmkit.internal;

import io.crmkit.activity.ActivityFeed;
import io.crmkit.activity.internal.DefaultActivityFeed;
import io.crmkit.actor.Actor;
import io.crmkit.attachment.AttachmentService;
import io.crmkit.attachment.internal.Attachments;
import io.crmkit.automation.AutomationService;
import io.crmkit.automation.internal.DefaultAutomationService;
import io.crmkit.automation.internal.DueRules;
import io.crmkit.automation.internal.RuleEngine;
import io.crmkit.customer.CustomerDirectory;
import io.crmkit.customer.internal.DefaultCustomerDirectory;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.GateParts;
import io.crmkit.internal.access.Races;
import io.crmkit.internal.reference.ReferenceIndex;
import io.crmkit.internal.reference.References;
import io.crmkit.note.NoteService;
import io.crmkit.note.internal.DefaultNoteService;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.NotificationService;
import io.crmkit.notification.NotificationState;
import io.crmkit.notification.internal.DefaultNotificationService;
import io.crmkit.notification.internal.Notices;
import io.crmkit.notification.internal.OutboxSender;
import io.crmkit.report.ReportService;
import io.crmkit.report.internal.DefaultReportService;
import io.crmkit.retention.RecordKind;
import io.crmkit.retention.Retention;
import io.crmkit.search.SearchService;
import io.crmkit.search.internal.DefaultSearchService;
import io.crmkit.spi.notify.Notifier;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.staff.StaffDirectory;
import io.crmkit.staff.internal.DefaultStaffDirectory;
import io.crmkit.ticket.TicketService;
import io.crmkit.ticket.internal.DefaultTicketService;
import io.crmkit.ticket.internal.Tickets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Wires one CRM: the parts that all sessions share, and the services of each. */
public final class Kernel {
    private static final int PURGE_BATCH = 1_000;

    private final GateParts parts;
    private final References references;
    private final ReferenceIndex index;
    private final Notices notices = new Notices();
    private final RuleEngine engine = new RuleEngine(notices);
    private final Tickets tickets;
    private final DueRules dueRules;
    private final OutboxSender sender;
    private final Map<NoticeChannel, Notifier> notifiers;
    private final Retention retention;
    private final Attachments attachments;

    /** Wires it. */
    public Kernel(
            GateParts parts,
            References references,
            Map<NoticeChannel, Notifier> notifiers,
            Retention retention,
            Attachments attachments) {
        this.parts = parts;
        this.references = references;
        this.index = new ReferenceIndex(references);
        this.tickets = new Tickets(engine, index);
        this.notifiers = notifiers;
        this.retention = retention;
        this.attachments = attachments;
        this.dueRules = new DueRules(parts.unlimited(), engine, tickets);
        this.sender = new OutboxSender(parts, notifiers);
    }

    /** The same over a storage that is inside a transaction of the host's. */
    public Kernel joining(CrmStorage host) {
        return new Kernel(parts.joining(host), references, notifiers, retention, attachments);
    }

    /** One actor's way to the storage. */
    public Gate gate(Actor actor) {
        return new Gate(parts, actor);
    }

    /** The customers behind a gate. */
    public CustomerDirectory customers(Gate gate) {
        return new DefaultCustomerDirectory(gate, references.region());
    }

    /** The notes behind a gate. */
    public NoteService notes(Gate gate) {
        return new DefaultNoteService(gate, index);
    }

    /** The tickets behind a gate. */
    public TicketService tickets(Gate gate) {
        return new DefaultTicketService(gate, tickets);
    }

    /** The reports behind a gate. */
    public ReportService reports(Gate gate) {
        return new DefaultReportService(gate);
    }

    /** The staff behind a gate. */
    public StaffDirectory staff(Gate gate) {
        return new DefaultStaffDirectory(gate);
    }

    /** The rules behind a gate. */
    public AutomationService automation(Gate gate) {
        return new DefaultAutomationService(gate, engine, notices);
    }

    /** The outbox behind a gate. */
    public NotificationService notifications(Gate gate) {
        return new DefaultNotificationService(gate);
    }

    /** The activities behind a gate. */
    public ActivityFeed activities(Gate gate) {
        return new DefaultActivityFeed(gate);
    }

    /** The files behind a gate. */
    public AttachmentService attachments(Gate gate) {
        return attachments.service(gate, parts);
    }

    /** The searches behind a gate. */
    public SearchService search(Gate gate) {
        return new DefaultSearchService(gate, index);
    }

    /** Lets rules act whose time has come, and removes what need not be kept any longer. Returns how many rules acted. */
    public int runRules() {
        if (parts.joined()) {
            throw new IllegalStateException(
                    "runDue delivers what is committed: call it on the CRM, not on one that joins");
        }
        int acted = dueRules.run();
        purge();
        return acted;
    }

    /** Sends what is due. Returns how many notifications reached each state. */
    public Map<NotificationState, Integer> send() {
        return sender.run();
    }

    /** Brings waiting files to the file store. Returns how many arrived. */
    public int deliver() {
        return attachments.runDue(parts);
    }

    private void purge() {
        Instant now = parts.clock().instant();
        for (RecordKind kind : RecordKind.values()) {
            retention.of(kind).ifPresent(time -> purge(kind, now.minus(time)));
        }
    }

    private void purge(RecordKind kind, Instant limit) {
        int purged = PURGE_BATCH;
        while (purged == PURGE_BATCH) {
            purged = Races.repeat(
                    () -> parts.storage().inTransaction(tx -> tx.retention().purge(kind, limit, PURGE_BATCH)));
        }
    }

    /** When something is due next. */
    public Optional<Instant> nextDueAt() {
        Optional<Instant> recorded = Races.repeat(() -> parts.storage()
                .inTransaction(tx -> Stream.of(tx.due().next(), tx.outbox().next())
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())));
        return Stream.of(recorded, attachments.next(parts))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Gives storage and file store back; what is shared with the CRM that this one joins for stays open. */
    public void close() {
        try {
            if (!parts.joined()) {
                attachments.close();
            }
        } finally {
            parts.storage().close();
        }
    }
}
