package io.crmkit.examples.threeam;

import io.crmkit.CrmSession;
import io.crmkit.activity.ActivityCount;
import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.examples.Console;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CustomerTicketStatus;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketContext;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.TicketView;
import io.crmkit.ticket.WriteMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The night itself. */
final class ThreeAm {
    private final StoryTexts texts;
    private final Console console;
    private final Checklist checks;
    private final Desk desk;
    private final CustomerId customer;
    private final String phone;
    private final String agentOnDuty;
    private final CrmSession customerSide;
    private final CrmSession agent;
    private final CrmSession tech;
    private final OpenTicket request;

    ThreeAm(String language, Console console, Desk desk) {
        this.texts = new StoryTexts(language);
        this.console = console;
        this.checks = new Checklist(console, texts);
        this.desk = desk;
        this.customer = desk.customer(texts, language);
        this.phone = texts.of("phone");
        this.agentOnDuty = language.equals("ta") ? "a23" : "a17";
        this.customerSide = desk.crm.as(Actor.customer(customer));
        this.agent = desk.crm.as(Actor.agent(agentOnDuty, Role.SUPPORT_AGENT));
        this.tech = desk.crm.as(Actor.agent("t05", Role.TECH_AGENT).in(Desk.TECH));
        this.request = OpenTicket.of(customer, Channel.WEB, texts.of("subject"), texts.of("body"))
                .category("withdrawal/failed")
                .once("web-form-7731");
    }

    /** Tells it. @return 0 if everything was as it should be, else 1 */
    int tell() {
        console.print(texts.of("title"));
        console.print("");
        Ticket ticket = open();
        again(ticket);
        answer(ticket);
        refer(ticket);
        solve(ticket);
        weekLater(ticket);
        audit();
        nobodyOnDuty();
        return checks.finish();
    }

    private void step(boolean holds, String key, Object... values) {
        checks.step(desk.now(), holds, key, values);
    }

    private Ticket open() {
        Ticket ticket = agent.tickets().get(customerSide.tickets().open(request).id());
        desk.passTime(Duration.ZERO);
        TicketEvent first = agent.tickets().history(ticket.id()).get(0);
        step(
                first.kind() == TicketEventKind.OPENED
                        && ticket.channel() == Channel.WEB
                        && ticket.number().value() > 0,
                "01.opened",
                ticket.number(),
                ticket.subject());
        step(ticket.tags().contains("urgent") && ticket.priority() == Priority.URGENT, "02.urgent");
        step(
                ticket.assignee().equals(Optional.of(new ActorId(agentOnDuty))) && ticket.status() == TicketStatus.OPEN,
                "03.routed",
                agentOnDuty);
        String text = desk.sent.isEmpty() ? "" : desk.sent.get(0).text().strip();
        step(desk.sent("ticket-received", phone) == 1 && desk.sent.size() == 1, "04.acknowledged", text);
        TicketContext context = agent.tickets().context(ticket.id());
        long withdrawals =
                context.activities().stream().mapToLong(ActivityCount::count).sum();
        step(withdrawals == 5 && context.firstOfKind(), "05.context", withdrawals);
        step(desk.sent.stream().noneMatch(notice -> notice.to().equals("a02")), "06.undisturbed");
        return ticket;
    }

    private void answer(Ticket ticket) {
        desk.passTime(Duration.ofMinutes(7));
        Ticket answered = agent.tickets().reply(ReplyToTicket.to(ticket.id(), texts.of("reply")));
        long minutes = minutes(ticket.createdAt(), answered.clock().firstReplyAt());
        step(minutes == 7 && answered.clock().waitingSince().isEmpty(), "07.replied", minutes);
    }

    private void refer(Ticket ticket) {
        desk.passTime(Duration.ofMinutes(3));
        Ticket referred = agent.tickets().refer(new ReferTicket(ticket.id(), Desk.TECH, texts.of("question")));
        TicketView view = customerSide.tickets().view(ticket.id());
        boolean hidden = view.messages().stream().noneMatch(m -> m.text().equals(texts.of("question")));
        step(
                referred.status() == TicketStatus.ON_HOLD
                        && view.status() == CustomerTicketStatus.IN_PROGRESS
                        && hidden,
                "08.referred");
        console.print("            " + texts.of("view", view.status()));
        view.messages().forEach(message -> console.print("              – " + message.text()));
    }

    private void solve(Ticket ticket) {
        desk.passTime(Duration.ofMinutes(150));
        Ticket seen = tech.tickets().reply(ReplyToTicket.to(ticket.id(), texts.of("solution")));
        Ticket solved = tech.tickets().change(ChangeTicket.of(seen).status(TicketStatus.SOLVED));
        long full = minutes(ticket.createdAt(), solved.clock().lastSolvedAt());
        long held = tech.tickets()
                .context(ticket.id())
                .times()
                .in(TicketStatus.ON_HOLD)
                .toMinutes();
        step(solved.status() == TicketStatus.SOLVED && full == 160 && held == 150, "09.solved", full, held);
        desk.passTime(Duration.ZERO);
        step(desk.sent("ticket-solved", phone) == 1 && desk.sent("satisfaction-survey", phone) == 1, "10.told");
        desk.passTime(Duration.ofMinutes(20));
        Ticket rated = customerSideRates(ticket);
        step(rated.rating().filter(rating -> rating.stars() == 5).isPresent(), "11.rated");
    }

    private Ticket customerSideRates(Ticket ticket) {
        return customerSide.tickets().rate(new RateTicket(ticket.id(), 5, ""));
    }

    private void weekLater(Ticket ticket) {
        desk.passTime(Duration.ofDays(7));
        desk.passTime(Duration.ofMinutes(1));
        step(desk.sent.stream().noneMatch(n -> n.template().value().equals("ticket-unanswered")), "12.quiet");
        boolean closed = customerSide.tickets().view(ticket.id()).status() == CustomerTicketStatus.CLOSED;
        Ticket followUp = customerSide.tickets().write(WriteMessage.of(ticket.id(), customer, texts.of("thanks")));
        step(closed && followUp.followUpOf().equals(Optional.of(ticket.id())), "13.closed", followUp.number());
    }

    private void audit() {
        Set<String> actors = new TreeSet<>();
        desk.crm
                .as(Actor.agent("auditor", Role.AUDITOR))
                .reports()
                .activity(ActivityQuery.all().about(customer), PageRequest.first(200))
                .items()
                .forEach(entry -> actors.add(
                        entry.by().id().value().equals(customer.toString())
                                ? texts.of("given")
                                : entry.by().toString()));
        Set<String> expected =
                Set.of(texts.of("given"), agentOnDuty, "t05", "rule:night-shift", "rule:auto-close", "exchange");
        step(actors.containsAll(expected), "14.audit", String.join(", ", actors));
    }

    private void again(Ticket ticket) {
        desk.passTime(Duration.ZERO);
        int before = desk.sent.size();
        Ticket same = customerSide.tickets().open(request);
        desk.passTime(Duration.ZERO);
        step(same.id().equals(ticket.id()) && desk.sent.size() == before, "15.retry");
    }

    /** Between the day shift's end and the night shift's beginning. */
    private void nobodyOnDuty() {
        desk.passTime(Duration.ofHours(12));
        long before = desk.sent("nobody-on-duty", "boss");
        Ticket alone = customerSide
                .tickets()
                .open(OpenTicket.of(customer, Channel.WEB, texts.of("subject"), texts.of("body")));
        alone = agent.tickets().get(alone.id());
        desk.passTime(Duration.ZERO);
        step(
                alone.assignee().isEmpty()
                        && alone.status() == TicketStatus.NEW
                        && desk.sent("nobody-on-duty", "boss") == before + 1,
                "16.nobody");
    }

    private static long minutes(Instant from, Optional<Instant> to) {
        return to.map(end -> Duration.between(from, end).toMinutes()).orElse(-1L);
    }
}
