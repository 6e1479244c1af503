package io.crmkit.verify.leak;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.Note;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Team;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.SequentialIds;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketService;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A desk with two customers of two teams, and a canary in everything that not everybody may see. Whoever looks is an
 * agent of team support, the host, a job, or the customer of team vip.
 */
final class CanaryDesk {
    static final TeamId VIP = TeamId.of("vip");
    /** What notifiers fail with: as careless as theirs may be. */
    static final String CARELESS = "could not send to +989125558371";

    private static final Set<Role> NOBODY_MORE = Set.of(Role.ADMIN);

    final MutableClock clock = new MutableClock(Instant.parse("2026-03-02T08:00:00Z"));
    final Crm crm;
    final CrmSession admin;
    final CrmSession host;
    final List<Canary> canaries = new ArrayList<>();
    final List<Side> sides = new ArrayList<>();

    /** All about one customer. */
    record Side(
            String name,
            CustomerId customer,
            Ticket ticket,
            Note note,
            Note deletedNote,
            List<Identifier> identifiers,
            List<String> phones) {}

    CanaryDesk() {
        crm = Crm.builder()
                .storage(MemoryStorage.create())
                .clock(clock)
                .ids(new SequentialIds())
                .rateLimits(RateLimits.none())
                .notifier(NoticeChannel.SMS, notification -> {
                    throw new IllegalStateException(CARELESS);
                })
                .build();
        admin = crm.as(Actor.agent("root", Role.ADMIN));
        host = crm.as(Actor.host("exchange"));
        admin.automation().save(ShippedRules.solvedNotice());
        admin.staff().save(Agent.of("omid", "امید"));
        admin.staff().save(Agent.of("kavitha", "கவிதா").in(VIP));
        admin.staff().save(Team.ledBy(TeamId.SUPPORT, "omid"));
        admin.staff().save(Team.ledBy(VIP, "kavitha"));
        sides.add(side("support", TeamId.SUPPORT, "omid", 1));
        sides.add(side("vip", VIP, "kavitha", 2));
        crm.runDue();
    }

    CrmSession as(Role role) {
        return crm.as(
                switch (role) {
                    case HOST -> Actor.host("exchange");
                    case SYSTEM -> Actor.system("job:import");
                    case CUSTOMER -> Actor.customer(sides.get(1).customer());
                    default -> Actor.agent("sara", role);
                });
    }

    private Side side(String name, TeamId team, String agent, int n) {
        boolean own = team.equals(TeamId.SUPPORT);
        Customer customer = register(name, team, agent, n, own);
        Ticket ticket = ticket(name, team, agent, customer, own);
        CrmSession author = crm.as(Actor.agent(agent, Role.ADMIN).in(team));
        Note note = author.notes().add(AddNote.about(customer.id(), "<p>" + note("former-note", name, own) + "</p>"));
        note = author.notes().edit(EditNote.of(note, "<p>" + note("note", name, own) + "</p>"));
        Note gone = author.notes()
                .add(AddNote.about(customer.id(), "<p>" + canary("deleted-note", name, Role.AUDITOR) + "</p>"));
        admin.notes().delete(DeleteNote.because(gone.id(), canary("deletion-reason", name, Role.AUDITOR)));
        return new Side(
                name,
                customer.id(),
                ticket,
                note,
                gone,
                customer.identifiers(),
                List.of("+98912555837" + n, "+98912555937" + n));
    }

    private Customer register(String name, TeamId team, String agent, int n, boolean own) {
        Role[] contacts = own
                ? new Role[] {Role.SUPPORT_SUPERVISOR, Role.HOST, Role.SUPPORT_AGENT, Role.SALES_MANAGER}
                : new Role[] {Role.SUPPORT_SUPERVISOR, Role.HOST, Role.CUSTOMER};
        CrmSession keeper = crm.as(Actor.agent(agent, Role.ADMIN).in(team));
        canaries.add(keep("phone of " + name, "912555837" + n, contacts));
        canaries.add(keep("former phone of " + name, "912555937" + n, contacts));
        Customer customer = keeper.customers()
                .register(RegisterCustomer.named(canary("given-name", name, names(own)), "رضایی")
                        .phone("+98912555937" + n)
                        .phone("+98912555837" + n)
                        .email(canary("mailbox", name, contacts) + "@example.com")
                        .identifier("wallet", canary("TXwallet", name, contacts))
                        .attribute("kyc.documentNumber", canary("former-document", name, Role.HOST))
                        .attribute("kyc.level", "2")
                        .with(new CustomerEdit.SetCare(Optional.of(new ActorId(agent)), team)));
        host.activities()
                .record(new RecordActivity(
                        customer.id(),
                        "wallet",
                        "W-" + n,
                        ActivityType.DEPOSIT,
                        ActivityStatus.SUCCESS,
                        clock.instant(),
                        Optional.empty()));
        return keeper.customers()
                .update(UpdateCustomer.of(customer)
                        .attribute("kyc.documentNumber", canary("document", name, Role.HOST))
                        .with(new CustomerEdit.RemoveContact(ContactType.PHONE, "+98912555937" + n)));
    }

    private static Role[] names(boolean own) {
        return own
                ? new Role[] {
                    Role.SUPPORT_SUPERVISOR,
                    Role.SUPPORT_AGENT,
                    Role.MARKETER,
                    Role.AUDITOR,
                    Role.HOST,
                    Role.SYSTEM,
                    Role.TECH_AGENT,
                    Role.SALES_MANAGER
                }
                : new Role[] {
                    Role.SUPPORT_SUPERVISOR,
                    Role.SUPPORT_AGENT,
                    Role.MARKETER,
                    Role.AUDITOR,
                    Role.HOST,
                    Role.SYSTEM,
                    Role.CUSTOMER
                };
    }

    private Ticket ticket(String name, TeamId team, String agent, Customer customer, boolean own) {
        Role[] readers = own
                ? new Role[] {
                    Role.SUPPORT_SUPERVISOR, Role.SUPPORT_AGENT, Role.TECH_AGENT, Role.AUDITOR, Role.HOST, Role.SYSTEM
                }
                : new Role[] {Role.AUDITOR, Role.HOST, Role.SYSTEM, Role.CUSTOMER};
        Role[] desk = own
                ? new Role[] {Role.SUPPORT_SUPERVISOR, Role.SUPPORT_AGENT, Role.TECH_AGENT, Role.AUDITOR}
                : new Role[] {Role.AUDITOR};
        TicketService tickets = admin.tickets();
        TicketId id = host.tickets()
                .open(OpenTicket.of(
                        customer.id(),
                        Channel.WEB,
                        canary("subject", name, readers),
                        canary("first-message", name, readers)))
                .id();
        if (!own) {
            tickets.refer(new ReferTicket(id, team, canary("referral", name, desk)));
        }
        tickets.assign(AssignTicket.to(id, agent));
        tickets.comment(CommentOnTicket.on(id, canary("comment", name, desk)));
        host.tickets().write(WriteMessage.of(id, customer.id(), canary("second-message", name, readers)));
        tickets.reply(ReplyToTicket.to(id, canary("answer", name, readers)).then(TicketStatus.SOLVED));
        return host.tickets().rate(new RateTicket(id, 3, canary("rating", name, raters(own))));
    }

    /** The customer's own view does not repeat the rating. */
    private static Role[] raters(boolean own) {
        return own
                ? new Role[] {
                    Role.SUPPORT_SUPERVISOR, Role.SUPPORT_AGENT, Role.TECH_AGENT, Role.AUDITOR, Role.HOST, Role.SYSTEM
                }
                : new Role[] {Role.AUDITOR, Role.HOST, Role.SYSTEM};
    }

    private String note(String where, String name, boolean own) {
        return own
                ? canary(
                        where,
                        name,
                        Role.SUPPORT_SUPERVISOR,
                        Role.SUPPORT_AGENT,
                        Role.AUDITOR,
                        Role.TECH_AGENT,
                        Role.SALES_MANAGER)
                : canary(where, name, Role.SUPPORT_SUPERVISOR, Role.SUPPORT_AGENT, Role.AUDITOR);
    }

    /** Makes a canary that administrators and these roles may see. */
    private String canary(String where, String side, Role... readers) {
        String text = (where + side + "Q7").replace("-", "");
        canaries.add(keep(where + " of " + side, text, readers));
        return text;
    }

    private static Canary keep(String where, String text, Role... readers) {
        Set<Role> all = new HashSet<>(NOBODY_MORE);
        all.addAll(Set.of(readers));
        return new Canary(where, text, all);
    }
}
