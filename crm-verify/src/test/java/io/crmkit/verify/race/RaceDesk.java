package io.crmkit.verify.race;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.DueReport;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.Attachment;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.note.AddNote;
import io.crmkit.note.Note;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Team;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.SequentialIds;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Spools;
import java.time.Duration;
import java.time.Instant;

/** A desk with a record for each command, over a storage that a schedule steps through. */
final class RaceDesk {
    static final TeamId TECH = TeamId.of("tech");

    final Schedule schedule;
    final CrmStorage target;
    final MutableClock clock = new MutableClock(Instant.parse("2026-03-02T08:00:00Z"));
    final Acts acts;
    private final Crm crm;
    final Customer ali;
    final Ticket ticket;
    final Ticket second;
    final Ticket solved;
    final Ticket closed;
    final Note note;
    final Attachment file;
    final Notification dead;
    final Customer twin;
    final Ticket twinTicket;

    RaceDesk(CrmStorage target, Schedule schedule) {
        this.target = target;
        this.schedule = schedule;
        crm = Crm.builder()
                .storage(new SteppedStorage(target, schedule::pause))
                .clock(clock)
                .ids(new SequentialIds())
                .rateLimits(RateLimits.none())
                .attachments(Spools.fresh().withMaxPerDay(1))
                .build();
        acts = new Acts(this, crm.as(Actor.agent("sara", Role.ADMIN)), crm.as(Actor.host("exchange")));
        CrmSession agent = acts.agent();
        agent.staff().save(Agent.of("omid", "امید"));
        agent.staff().save(Agent.of("mina", "மினா"));
        agent.staff().save(Team.ledBy(TeamId.SUPPORT, "omid"));
        agent.staff().save(Team.ledBy(TECH, "omid"));
        ali = agent.customers()
                .register(RegisterCustomer.named("علی", "رضایی")
                        .phone("+989123456789")
                        .attribute("kyc.level", "2"));
        note = agent.notes().add(AddNote.about(ali.id(), "<p>தொடர்பு கொண்டார்</p>"));
        file = agent.attachments().attach(AttachFile.toNote(note.id(), "ரசீது.png"), Spools.picture());
        ReplyToTicket done = ReplyToTicket.to(open().id(), "done").then(TicketStatus.SOLVED);
        agent.tickets().reply(done);
        clock.advance(Duration.ofDays(8));
        crm.runDue();
        closed = agent.tickets().get(done.ticket());
        dead = agent.notifications()
                .list(NotificationQuery.all(), PageRequest.first())
                .items()
                .get(0);
        ticket = open();
        second = open();
        twin = agent.customers().register(RegisterCustomer.named("علی", "رضائی").username("ali_2"));
        twinTicket = acts.host().tickets().open(OpenTicket.of(twin.id(), Channel.WEB, "واریز", "واریز نرسید"));
        solved = agent.tickets().reply(ReplyToTicket.to(open().id(), "done").then(TicketStatus.SOLVED));
    }

    /** Does what is due. */
    DueReport runDue() {
        return crm.runDue();
    }

    private Ticket open() {
        return acts.host().tickets().open(OpenTicket.of(ali.id(), Channel.WEB, "برداشت", "برداشت من انجام نشد"));
    }
}
