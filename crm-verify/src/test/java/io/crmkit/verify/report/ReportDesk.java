package io.crmkit.verify.report;

import io.crmkit.Crm;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.note.AddNote;
import io.crmkit.note.Note;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.report.ReportResult;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.staff.Agent;
import io.crmkit.staff.StaffDirectory;
import io.crmkit.staff.Team;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.SequentialIds;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A support desk in memory with a clock that the test moves, and one way to ask for rows. Instants are texts. */
final class ReportDesk implements AutoCloseable {
    static final Actor HOST = Actor.host("exchange");
    static final Actor BOSS = Actor.agent("boss", Role.SUPPORT_SUPERVISOR);
    static final Actor SARA = Actor.agent("sara", Role.SUPPORT_AGENT);
    static final Actor JOHN = Actor.agent("john", Role.SUPPORT_AGENT);
    static final Actor DEV = Actor.agent("dev", Role.TECH_AGENT).in(TeamId.of("tech"));
    static final ZoneId UTC = ZoneId.of("UTC");

    final MutableClock clock = new MutableClock(Instant.parse("2026-03-02T08:00:00Z"));
    final Crm crm;

    ReportDesk() {
        this(MemoryStorage.create());
    }

    ReportDesk(CrmStorage storage) {
        crm = Crm.builder()
                .storage(storage)
                .clock(clock)
                .ids(new SequentialIds())
                .rateLimits(RateLimits.none())
                .build();
        StaffDirectory staff = crm.as(HOST).staff();
        staff.save(Agent.of("sara", "سارا کریمی"));
        staff.save(Agent.of("john", "John Smith"));
        staff.save(Agent.of("boss", "கவிதா"));
        staff.save(Agent.of("dev", "Dev").in(TeamId.of("tech")));
        staff.save(Team.ledBy(TeamId.SUPPORT, "boss"));
        staff.save(Team.ledBy(TeamId.of("tech"), "dev"));
    }

    void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    CustomerId customer(String given, String family) {
        return crm.as(HOST)
                .customers()
                .register(RegisterCustomer.named(given, family).phone("+989123456789"))
                .id();
    }

    TicketId open(String instant, CustomerId customer, String category) {
        at(instant);
        return crm.as(HOST)
                .tickets()
                .open(OpenTicket.of(customer, Channel.WEB, "برداشت", "برداشت من انجام نشد")
                        .category(category))
                .id();
    }

    void write(String instant, TicketId ticket) {
        at(instant);
        CustomerId customer = crm.as(HOST).tickets().get(ticket).customer();
        crm.as(HOST).tickets().write(WriteMessage.of(ticket, customer, "இன்னும் வரவில்லை"));
    }

    void reply(String instant, Actor agent, TicketId ticket) {
        at(instant);
        crm.as(agent).tickets().reply(ReplyToTicket.to(ticket, "We are looking into it."));
    }

    void reply(String instant, Actor agent, TicketId ticket, TicketStatus then) {
        at(instant);
        crm.as(agent)
                .tickets()
                .reply(ReplyToTicket.to(ticket, "We are looking into it.").then(then));
    }

    void assign(String instant, TicketId ticket, Actor agent) {
        at(instant);
        crm.as(BOSS).tickets().assign(AssignTicket.to(ticket, agent.id().value()));
    }

    void status(String instant, Actor agent, TicketId ticket, TicketStatus status) {
        at(instant);
        Ticket seen = crm.as(agent).tickets().get(ticket);
        crm.as(agent).tickets().change(ChangeTicket.of(seen).status(status));
    }

    Note note(String instant, Actor agent, CustomerId customer) {
        at(instant);
        return crm.as(agent).notes().add(AddNote.about(customer, "<p>تماس گرفت</p>"));
    }

    /** The rows of a report of whole days of March 2026, UTC. */
    List<List<String>> rows(Actor actor, ReportId report, int firstDay, int lastDay) {
        return run(actor, request(report, firstDay, lastDay)).table().rows();
    }

    ReportResult run(Actor actor, ReportRequest request) {
        return crm.as(actor).reports().run(request);
    }

    static ReportRequest request(ReportId report, int firstDay, int lastDay) {
        LocalDate first = LocalDate.of(2026, 3, firstDay);
        LocalDate last = LocalDate.of(2026, 3, lastDay);
        return ReportRequest.of(report, TimeRange.ofDays(first, last, UTC), UTC);
    }

    @Override
    public void close() {
        crm.close();
    }
}
