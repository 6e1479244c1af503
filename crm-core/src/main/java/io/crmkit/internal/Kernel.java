package io.crmkit.internal;

import io.crmkit.CrmSession;
import io.crmkit.DueReport;
import io.crmkit.activity.internal.DefaultActivityFeed;
import io.crmkit.actor.Actor;
import io.crmkit.automation.internal.DefaultAutomationService;
import io.crmkit.automation.internal.DueRules;
import io.crmkit.automation.internal.RuleEngine;
import io.crmkit.customer.internal.DefaultCustomerDirectory;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.GateParts;
import io.crmkit.note.internal.DefaultNoteService;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.NotificationState;
import io.crmkit.notification.internal.DefaultNotificationService;
import io.crmkit.notification.internal.Notices;
import io.crmkit.notification.internal.OutboxSender;
import io.crmkit.report.internal.DefaultReportService;
import io.crmkit.spi.notify.Notifier;
import io.crmkit.staff.internal.DefaultStaffDirectory;
import io.crmkit.ticket.internal.DefaultTicketService;
import io.crmkit.ticket.internal.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Wires one CRM: the parts that all sessions share, and the services of each. */
public final class Kernel {
    private static final Duration KEY_RETENTION = Duration.ofDays(7);
    private static final int PURGE_BATCH = 1_000;

    private final GateParts parts;
    private final Optional<String> phoneRegion;
    private final Notices notices = new Notices();
    private final RuleEngine engine = new RuleEngine(notices);
    private final Tickets tickets = new Tickets(engine);
    private final DueRules dueRules;
    private final OutboxSender sender;

    /** Wires it. */
    public Kernel(GateParts parts, Optional<String> phoneRegion, Map<NoticeChannel, Notifier> notifiers) {
        this.parts = parts;
        this.phoneRegion = phoneRegion;
        this.dueRules = new DueRules(parts, engine, tickets);
        this.sender = new OutboxSender(parts, notifiers);
    }

    /** The services of one actor. */
    public CrmSession session(Actor actor) {
        Gate gate = new Gate(parts, actor);
        return new CrmSession(
                new DefaultCustomerDirectory(gate, phoneRegion),
                new DefaultNoteService(gate),
                new DefaultTicketService(gate, tickets),
                new DefaultReportService(gate),
                new DefaultStaffDirectory(gate),
                new DefaultAutomationService(gate, engine, notices),
                new DefaultNotificationService(gate),
                new DefaultActivityFeed(gate));
    }

    /** Does what is due. */
    public DueReport runDue() {
        int ruled = dueRules.run();
        Map<NotificationState, Integer> sent = sender.run();
        purgeKeys();
        return new DueReport(
                ruled,
                sent.getOrDefault(NotificationState.SENT, 0),
                sent.getOrDefault(NotificationState.RETRY, 0),
                sent.getOrDefault(NotificationState.DEAD, 0));
    }

    private void purgeKeys() {
        Instant limit = parts.clock().instant().minus(KEY_RETENTION);
        int purged = PURGE_BATCH;
        while (purged == PURGE_BATCH) {
            purged = parts.storage().inTransaction(tx -> tx.idempotency().purge(limit, PURGE_BATCH));
        }
    }

    /** When something is due next. */
    public Optional<Instant> nextDueAt() {
        return parts.storage()
                .inTransaction(tx -> Stream.of(tx.due().next(), tx.outbox().next())
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder()));
    }

    /** Gives the storage back. */
    public void close() {
        parts.storage().close();
    }
}
