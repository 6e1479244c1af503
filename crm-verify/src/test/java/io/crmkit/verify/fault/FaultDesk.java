package io.crmkit.verify.fault;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.DeleteAttachment;
import io.crmkit.automation.ShippedRules;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerMerge;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.Note;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.notification.NotificationState;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.IndexedCustomer;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Shift;
import io.crmkit.staff.Team;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.FaultyStorage;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.testkit.SequentialIds;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Spools;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A desk with a record for each command to work on, over a storage that fails when it is told to. */
final class FaultDesk {
    static final TeamId TECH = TeamId.of("tech");

    final CrmStorage target;
    final FaultyStorage storage;
    final MutableClock clock = new MutableClock(Instant.parse("2026-03-02T08:00:00Z"));
    final RecordingNotifier sms = new RecordingNotifier();
    final Crm crm;
    final CrmSession desk;
    final CrmSession host;
    final Customer ali;
    final Ticket ticket;
    final Ticket second;
    final Ticket solved;
    final Ticket closed;
    final Note note;
    final Notification dead;
    final Attachment file;
    final Attachment deletedFile;
    final Customer twin;
    final CustomerMerge merge;

    FaultDesk() {
        this(MemoryStorage.create());
    }

    FaultDesk(CrmStorage target) {
        this.target = target;
        storage = new FaultyStorage(target);
        crm = crm(storage);
        desk = crm.as(Actor.agent("sara", Role.ADMIN));
        host = crm.as(Actor.host("exchange"));
        hire();
        ali = desk.customers()
                .register(RegisterCustomer.named("علی", "رضایی")
                        .phone("+989123456789")
                        .username("ali_r")
                        .attribute("kyc.level", "2"));
        forget(desk.customers().register(RegisterCustomer.named("மீனா", "")));
        note = desk.notes().add(AddNote.about(ali.id(), "<p>தொடர்பு கொண்டார் 555-44-333</p>"));
        unlist(desk.notes().add(AddNote.about(ali.id(), "<p>مرجع 909-09-1</p>")));
        file = attach();
        deletedFile = attach();
        desk.attachments().delete(DeleteAttachment.own(deletedFile.id()));
        closed = desk.tickets().reply(ReplyToTicket.to(open().id(), "done").then(TicketStatus.SOLVED));
        clock.advance(Duration.ofDays(8));
        sms.failPermanently(1);
        crm.runDue();
        dead = desk.notifications()
                .list(NotificationQuery.all().in(NotificationState.DEAD), PageRequest.first())
                .items()
                .get(0);
        ticket = open();
        second = open();
        desk.tickets().comment(CommentOnTicket.on(second.id(), "see WD-100-200"));
        solved = desk.tickets().reply(ReplyToTicket.to(open().id(), "done").then(TicketStatus.SOLVED));
        twin = desk.customers().register(RegisterCustomer.named("கவிதா", "").phone("+989123456780"));
        merge = desk.customers().merge(MergeCustomers.of(registered("ta_1"), registered("ta_2")));
        desk.notes().add(AddNote.about(twin.id(), "<p>பணம் வரவில்லை</p>"));
    }

    private Customer registered(String username) {
        return desk.customers().register(RegisterCustomer.named("தமிழ்", "").username(username));
    }

    Crm crm(CrmStorage over) {
        return Crm.builder()
                .storage(over)
                .clock(clock)
                .rateLimits(RateLimits.none())
                .ids(new SequentialIds(over == storage ? 0 : 1))
                .notifier(NoticeChannel.SMS, sms)
                .notifier(NoticeChannel.AGENT, sms)
                .attachments(Spools.fresh())
                .build();
    }

    private void hire() {
        desk.automation().save(ShippedRules.solvedNotice());
        desk.automation().save(ShippedRules.nightShift());
        desk.staff().save(Agent.of("sara", "سارا").in(TeamId.SUPPORT, TECH));
        desk.staff().save(Team.ledBy(TeamId.SUPPORT, "sara"));
        desk.staff().save(Team.ledBy(TECH, "sara"));
        desk.staff().save(shift());
    }

    /** Covers the whole day. */
    Shift shift() {
        return Shift.daily("all day", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneId.of("Asia/Tehran"), "sara");
    }

    /** As if the note had been written by other means. */
    private void unlist(Note written) {
        target.inTransaction(tx -> {
            tx.references().remove(written.id().value());
            return true;
        });
    }

    /** More of what lists hold. */
    void fill(int records) {
        for (int i = 0; i < records; i++) {
            clock.advance(Duration.ofMinutes(1));
            open();
            desk.tickets().comment(CommentOnTicket.on(ticket.id(), "یادداشت"));
            desk.notes().add(AddNote.about(ali.id(), "<p>தொடர்பு</p>").on(SubjectRef.order("o" + i)));
            desk.customers().register(RegisterCustomer.named("علی", "رضایی").username("ali" + i));
        }
    }

    private Attachment attach() {
        return desk.attachments().attach(AttachFile.toNote(note.id(), "رسید.png"), Spools.picture());
    }

    /** Lets the index of a customer be one that nobody would make. */
    private void forget(Customer customer) {
        CustomerIndex empty = new CustomerIndex(Set.of(), Set.of(), "", "", Map.of());
        IndexedCustomer stale = new IndexedCustomer(customer, Optional.of(empty));
        target.inTransaction(tx -> {
            tx.customerIndex().replace(List.of(stale));
            return stale;
        });
    }

    private Ticket open() {
        return host.tickets()
                .open(OpenTicket.of(ali.id(), Channel.WEB, "برداشت", "برداشت من انجام نشد")
                        .category("withdrawal/delayed"));
    }
}
