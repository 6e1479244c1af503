package io.crmkit.verify.access;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.AccessPolicy;
import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.AttachmentService;
import io.crmkit.attachment.DeleteAttachment;
import io.crmkit.audit.AuditEntry;
import io.crmkit.automation.ShippedRules;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.MergeId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.notification.NotificationState;
import io.crmkit.notification.TemplateKey;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Shift;
import io.crmkit.staff.Team;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.SequentialIds;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.time.TimeRange;
import io.crmkit.verify.Spools;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One small desk with a place for each relation that an actor can have to records. The agent who tries is always sara of
 * team support, the customer who tries is the one of place {@link Relation#SELF}.
 */
final class World {
    static final TeamId VIP = TeamId.of("vip");
    static final TeamId TECH = TeamId.of("tech");
    static final ActorId SARA = new ActorId("sara");

    /** How the numbers begin that notes, messages and comments name; the place of the relation follows. */
    static final String NOTED = "7300";

    static final String SAID = "7100";
    static final String REMARKED = "7200";

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    /** Whose the records are, seen from sara, or from the customer. */
    enum Relation {
        /** In sara's care, given to or written by sara, but of team vip. */
        OWN(VIP, "sara"),
        /** A colleague's of team support. */
        TEAM(TeamId.SUPPORT, "omid"),
        /** Nobody's, of team support. */
        UNASSIGNED(TeamId.SUPPORT, ""),
        /** Somebody's of team vip. */
        OTHER(VIP, "kavitha"),
        /** Nobody's, of team vip. */
        OTHER_UNASSIGNED(VIP, ""),
        /** About the customer who tries; as {@link #OTHER} for everybody else. */
        SELF(VIP, "kavitha");

        final TeamId team;
        final String agent;

        Relation(TeamId team, String agent) {
            this.team = team;
            this.agent = agent;
        }
    }

    /** The records of one relation. */
    record Place(
            Relation relation,
            Customer customer,
            Ticket ticket,
            Ticket second,
            Ticket solved,
            Note note,
            NoteId deletedNote,
            Notification dead,
            Customer twin,
            MergeId merge) {
        String phone() {
            return customer.contacts().get(0).value();
        }

        String document() {
            return customer.attributes().get("kyc.documentNumber");
        }

        SubjectRef order() {
            return SubjectRef.order(relation.name());
        }

        /** An agent who can be given the tickets. */
        String suitableAgent() {
            return relation.team.equals(VIP) ? "kavitha" : "omid";
        }
    }

    private final MutableClock clock = new MutableClock(START);
    private final Crm crm;
    private final CrmSession admin;
    private final Map<Relation, Place> places = new EnumMap<>(Relation.class);
    private final Map<Relation, PlacedFiles> files = new EnumMap<>(Relation.class);

    World(AccessPolicy policy) {
        crm = Crm.builder()
                .storage(MemoryStorage.create())
                .clock(clock)
                .ids(new SequentialIds())
                .rateLimits(RateLimits.none())
                .policy(policy)
                .attachments(Spools.fresh())
                .build();
        admin = crm.as(Actor.agent("root", Role.ADMIN));
        hire();
        for (Relation relation : Relation.values()) {
            places.put(relation, place(relation));
        }
        crm.runDue();
        places.replaceAll((relation, place) -> with(place, dead(place.solved())));
    }

    Place at(Relation relation) {
        return Objects.requireNonNull(places.get(relation));
    }

    CrmSession as(Role role) {
        return crm.as(
                switch (role) {
                    case HOST -> Actor.host("exchange");
                    case SYSTEM -> Actor.system("job:import");
                    case CUSTOMER -> Actor.customer(at(Relation.SELF).customer().id());
                    default -> Actor.agent(SARA.value(), role);
                });
    }

    CrmSession admin() {
        return admin;
    }

    /** The latest entry of the audit: another one when something was changed. */
    AuditEntry lastDeed() {
        return admin.reports()
                .activity(ActivityQuery.all(), PageRequest.first(1))
                .items()
                .get(0);
    }

    /** The time since when there is a desk, up to long after. */
    TimeRange always() {
        return new TimeRange(START.minus(Duration.ofDays(1)), START.plus(Duration.ofDays(300)));
    }

    private void hire() {
        admin.automation().save(ShippedRules.solvedNotice());
        admin.staff().save(Agent.of("sara", "سارا").in(TeamId.SUPPORT, VIP));
        admin.staff().save(Agent.of("omid", "امید"));
        admin.staff().save(Agent.of("kavitha", "கவிதா").in(VIP));
        admin.staff().save(Team.ledBy(TeamId.SUPPORT, "omid"));
        admin.staff().save(Team.ledBy(VIP, "kavitha"));
        admin.staff().save(Team.ledBy(TECH, "omid"));
        Shift night = Shift.daily("night", LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("Asia/Tehran"), "omid");
        admin.staff().save(night);
        admin.staff()
                .save(new Shift(
                        "night",
                        VIP,
                        night.days(),
                        night.from(),
                        night.to(),
                        night.zone(),
                        Set.of(new ActorId("kavitha"))));
    }

    private Place place(Relation relation) {
        int number = relation.ordinal();
        Optional<ActorId> owner =
                Optional.of(relation.agent).filter(a -> !a.isEmpty()).map(ActorId::new);
        Customer customer = admin.customers()
                .register(RegisterCustomer.named("علی" + number, "رضایی")
                        .phone("+98912345670" + number)
                        .username("user" + number)
                        .identifier("wallet", "TX9z8y7w6v" + number)
                        .attribute("kyc.documentNumber", "DOC-7781-" + number)
                        .with(new CustomerEdit.SetFlags(Set.of(CustomerFlag.CHALLENGING)))
                        .with(new CustomerEdit.SetCare(owner, relation.team)));
        customer = admin.customers().update(UpdateCustomer.of(customer).tier(Tier.SILVER));
        crm.as(Actor.host("exchange"))
                .activities()
                .record(new RecordActivity(
                        customer.id(),
                        "wallet",
                        "W-" + number,
                        ActivityType.DEPOSIT,
                        ActivityStatus.SUCCESS,
                        clock.instant(),
                        Optional.empty()));
        Ticket ticket = ticket(relation, customer);
        Ticket second = ticket(relation, customer);
        Ticket solved = ticket(relation, customer);
        solved = admin.tickets().reply(ReplyToTicket.to(solved.id(), "انجام شد").then(TicketStatus.SOLVED));
        Note note = note(relation, customer, "<p>kept " + relation + " " + NOTED + number + "</p>");
        Note deleted = note(relation, customer, "<p>gone " + relation + "</p>");
        admin.notes().delete(DeleteNote.because(deleted.id(), "duplicate"));
        Customer twin = nameless(owner, relation.team);
        MergeId merge = admin.customers()
                .merge(MergeCustomers.of(nameless(owner, relation.team), nameless(owner, relation.team)))
                .id();
        return new Place(relation, customer, ticket, second, solved, note, deleted.id(), null, twin, merge);
    }

    private Customer nameless(Optional<ActorId> owner, TeamId team) {
        return admin.customers()
                .register(RegisterCustomer.named("Twin", "").with(new CustomerEdit.SetCare(owner, team)));
    }

    /** Files of one relation: on its note, on its ticket for the customer too, for the desk only, and a deleted one. */
    record PlacedFiles(AttachmentId onNote, AttachmentId open, AttachmentId internal, AttachmentId deleted) {}

    /** The files of a relation, made when they are first asked for. */
    PlacedFiles files(Relation relation) {
        return files.computeIfAbsent(
                relation, which -> attach(which, at(which).ticket(), at(which).note()));
    }

    private PlacedFiles attach(Relation relation, Ticket ticket, Note note) {
        CrmSession author =
                crm.as(Actor.agent(note.author().id().value(), Role.ADMIN).in(relation.team));
        AttachmentService uploads = author.attachments();
        AttachmentId deleted = uploads.attach(AttachFile.toTicket(ticket.id(), "gone.png"), Spools.picture())
                .id();
        admin.attachments().delete(DeleteAttachment.because(deleted, "duplicate"));
        return new PlacedFiles(
                uploads.attach(AttachFile.toNote(note.id(), "رسید.png"), Spools.picture())
                        .id(),
                uploads.attach(AttachFile.toTicket(ticket.id(), "ரசீது.png"), Spools.picture())
                        .id(),
                uploads.attach(AttachFile.internally(ticket.id(), "trace.png"), Spools.picture())
                        .id(),
                deleted);
    }

    private Ticket ticket(Relation relation, Customer customer) {
        Ticket ticket = crm.as(Actor.host("exchange"))
                .tickets()
                .open(OpenTicket.of(
                        customer.id(), Channel.WEB, "برداشت", "برداشت من انجام نشد " + SAID + relation.ordinal()));
        if (!relation.team.equals(ticket.team())) {
            ticket = admin.tickets().refer(new ReferTicket(ticket.id(), relation.team, "முன்னுரிமை"));
        }
        admin.tickets().comment(CommentOnTicket.on(ticket.id(), "secret remark " + REMARKED + relation.ordinal()));
        if (!relation.agent.isEmpty()) {
            admin.tickets().assign(AssignTicket.to(ticket.id(), relation.agent));
        }
        clock.advance(Duration.ofSeconds(1));
        return admin.tickets().get(ticket.id());
    }

    private Note note(Relation relation, Customer customer, String html) {
        String author = relation.agent.isEmpty() ? "root" : relation.agent;
        clock.advance(Duration.ofSeconds(1));
        return crm.as(Actor.agent(author, Role.ADMIN).in(relation.team))
                .notes()
                .add(AddNote.about(customer.id(), html).on(SubjectRef.order(relation.name())));
    }

    /** What the customer was to be told of the solution, but nobody carries text messages. */
    private Notification dead(Ticket solved) {
        NotificationQuery query = NotificationQuery.all()
                .of(solved.customer())
                .in(NotificationState.DEAD)
                .template(TemplateKey.TICKET_SOLVED);
        return admin.notifications().list(query, PageRequest.first()).items().get(0);
    }

    private static Place with(Place place, Notification dead) {
        return new Place(
                place.relation(),
                place.customer(),
                place.ticket(),
                place.second(),
                place.solved(),
                place.note(),
                place.deletedNote(),
                dead,
                place.twin(),
                place.merge());
    }
}
