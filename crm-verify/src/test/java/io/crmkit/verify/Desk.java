package io.crmkit.verify;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.CrmSession;
import io.crmkit.DueReport;
import io.crmkit.actor.AccessMatrix;
import io.crmkit.actor.AccessPolicy;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.CrmException;
import io.crmkit.error.Form;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.Violation;
import io.crmkit.file.AttachmentSettings;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.notification.TemplateKey;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.staff.Agent;
import io.crmkit.staff.StaffDirectory;
import io.crmkit.staff.Team;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.testkit.SequentialIds;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** A CRM on the heap with a clock that stands still, and the people who use it. */
public final class Desk {
    /** A team beside support. */
    public static final TeamId VIP = TeamId.of("vip");

    /** The clock, at the Persian new year. */
    public final MutableClock clock = new MutableClock(Instant.parse("2026-03-20T14:46:00Z"));

    /** Takes the notices of all channels. */
    public final RecordingNotifier notifier = new RecordingNotifier();

    private final Crm crm;

    public Desk() {
        this(MemoryStorage.create());
    }

    public Desk(CrmStorage storage) {
        this(storage, AccessMatrix.standard());
    }

    public Desk(CrmStorage storage, AccessPolicy policy) {
        this(storage, policy, builder -> builder.ids(new SequentialIds()));
    }

    private Desk(CrmStorage storage, AccessPolicy policy, Consumer<CrmBuilder> more) {
        CrmBuilder builder = Crm.builder()
                .storage(storage)
                .clock(clock)
                .policy(policy)
                .phoneRegion("IR")
                .notifier(NoticeChannel.SMS, notifier)
                .notifier(NoticeChannel.EMAIL, notifier)
                .notifier(NoticeChannel.AGENT, notifier);
        more.accept(builder);
        crm = builder.build();
    }

    /** A desk that keeps files, where days end at midnight in Tehran; there may be others over the same storage. */
    public static Desk keeping(AttachmentSettings files, CrmStorage storage) {
        return new Desk(
                storage,
                AccessMatrix.standard(),
                builder -> builder.attachments(files).zone(ZoneId.of("Asia/Tehran")));
    }

    /** A desk whose agents can be given work: sara and omid of support, led by leila; kavitha, who leads vip. */
    public static Desk staffed() {
        return staffed(MemoryStorage.create());
    }

    public static Desk staffed(CrmStorage storage) {
        Desk desk = new Desk(storage);
        StaffDirectory staff = desk.host().staff();
        staff.save(Agent.of("sara", "سارا").speaking("fa", "en"));
        staff.save(Agent.of("omid", "امید").speaking("fa"));
        staff.save(Agent.of("leila", "لیلا").speaking("fa"));
        staff.save(Agent.of("kavitha", "கவிதா").speaking("ta", "en").in(VIP));
        staff.save(Team.ledBy(TeamId.SUPPORT, "leila"));
        staff.save(Team.ledBy(VIP, "kavitha"));
        return desk;
    }

    public Crm crm() {
        return crm;
    }

    /** Moves the clock and does what is due then. */
    public DueReport pass(Duration time) {
        clock.advance(time);
        return crm.runDue();
    }

    public CrmSession as(Actor actor) {
        return crm.as(actor);
    }

    /** An agent of team support. */
    public CrmSession sara() {
        return as(Actor.agent("sara", Role.SUPPORT_AGENT));
    }

    /** Another agent of team support. */
    public CrmSession omid() {
        return as(Actor.agent("omid", Role.SUPPORT_AGENT));
    }

    /** An agent of team vip. */
    public CrmSession kavitha() {
        return as(Actor.agent("kavitha", Role.SUPPORT_AGENT).in(VIP));
    }

    public CrmSession supervisor() {
        return as(Actor.agent("leila", Role.SUPPORT_SUPERVISOR));
    }

    public CrmSession admin() {
        return as(Actor.agent("root", Role.ADMIN));
    }

    public CrmSession auditor() {
        return as(Actor.agent("audit", Role.AUDITOR));
    }

    public CrmSession marketer() {
        return as(Actor.agent("mona", Role.MARKETER));
    }

    public CrmSession host() {
        return as(Actor.host("exchange"));
    }

    public CrmSession customer(CustomerId id) {
        return as(Actor.customer(id));
    }

    /** Ali Rezaei, registered by sara of team support, with a telephone number, an address and a log-in name. */
    public Customer ali() {
        return sara().customers()
                .register(RegisterCustomer.named("علی", "رضایی")
                        .phone("۰۹۱۲ ۳۴۵ ۶۷۸۹")
                        .email("Ali.Rezaei@Example.com")
                        .username("ali_r")
                        .language("fa"));
    }

    /** A ticket of that customer about a delayed withdrawal, opened through the host. */
    public Ticket open(CustomerId customer) {
        return host().tickets()
                .open(OpenTicket.of(customer, Channel.WEB, "برداشت", "برداشت من انجام نشد")
                        .category("withdrawal/delayed"));
    }

    /** A message of the ticket's customer, through the host. */
    public Ticket write(Ticket ticket) {
        return host().tickets().write(WriteMessage.of(ticket.id(), ticket.customer(), "هنوز نرسیده است"));
    }

    /** An answer of sara. */
    public Ticket reply(Ticket ticket) {
        return sara().tickets().reply(ReplyToTicket.to(ticket.id(), "در حال بررسی است"));
    }

    /** An answer of sara that leaves this state. */
    public Ticket reply(Ticket ticket, TicketStatus then) {
        return sara().tickets()
                .reply(ReplyToTicket.to(ticket.id(), "در حال بررسی است").then(then));
    }

    /** The ticket as it is stored now. */
    public Ticket stored(Ticket ticket) {
        return admin().tickets().get(ticket.id());
    }

    /** What was sent of one text, in order. */
    public List<Notification> sent(TemplateKey template) {
        return notifier.sent().stream()
                .filter(notice -> notice.template().equals(template))
                .toList();
    }

    /** What a call refuses with. */
    public static <E extends CrmException> E refusal(Class<E> type, Runnable call) {
        try {
            call.run();
        } catch (CrmException e) {
            return type.cast(e);
        }
        throw new AssertionError("not refused");
    }

    /** Which fields a call refuses, in order. */
    public static List<String> refusedFields(Runnable call) {
        return refusal(InvalidRequestException.class, call).violations().stream()
                .map(Violation::field)
                .toList();
    }

    /** Which fields of a form are wrong by themselves, in order. */
    public static List<String> wrongFields(Form form) {
        return form.violations().stream().map(Violation::field).toList();
    }
}
