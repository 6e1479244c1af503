package io.crmkit.verify.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.page.PageRequest;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Team;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.testkit.SequentialIds;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.TicketView;
import io.crmkit.ticket.WriteMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Internal comments never reach a customer: generated conversations, a canary in every comment and question. */
class ConversationLeakTest {
    private static final int CONVERSATIONS = Integer.getInteger("crm.proof.scale", 1) * 2_000;
    private static final String CANARY = "⟦மறை⟧";
    private static final TeamId TECH = TeamId.of("tech");
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_SIZE);

    private final Random random = new Random(20_260_321);
    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-20T14:46:00Z"));
    private final RecordingNotifier sms = new RecordingNotifier();
    private final RecordingNotifier agents = new RecordingNotifier();
    private final Crm crm = Crm.builder()
            .storage(MemoryStorage.create())
            .clock(clock)
            .ids(new SequentialIds())
            .notifier(NoticeChannel.SMS, sms)
            .notifier(NoticeChannel.AGENT, agents)
            .build();
    private final CrmSession desk = crm.as(Actor.agent("sara", Role.ADMIN));
    private int comments;

    @Test
    void noCustomerViewAndNoNotificationHoldsAComment(TestReporter reporter) {
        hire();
        int messages = 0;
        for (int i = 0; i < CONVERSATIONS; i++) {
            CustomerId customer = register(i);
            CrmSession own = crm.as(Actor.customer(customer));
            List<TicketId> tickets = List.of(open(own, customer), open(own, customer));
            converse(own, customer, tickets.get(random.nextInt(2)), tickets);
            messages += assertNothingShows(own, customer);
        }
        clock.advance(Duration.ofDays(9));
        crm.runDue();

        reporter.publishEntry(
                "conversations, comments, messages shown, notifications",
                CONVERSATIONS + ", " + comments + ", " + messages + ", "
                        + (sms.sent().size() + agents.sent().size()));
        assertThat(comments).isGreaterThan(CONVERSATIONS);
        assertThat(sms.sent()).hasSizeGreaterThan(CONVERSATIONS).noneMatch(ConversationLeakTest::shows);
        assertThat(agents.sent()).isNotEmpty().noneMatch(ConversationLeakTest::shows);
    }

    private void hire() {
        desk.automation().save(ShippedRules.solvedNotice());
        desk.staff().save(Agent.of("sara", "سارا").in(TeamId.SUPPORT, TECH));
        desk.staff().save(Team.ledBy(TeamId.SUPPORT, "sara"));
        desk.staff().save(Team.ledBy(TECH, "sara"));
    }

    private CustomerId register(int number) {
        return desk.customers()
                .register(RegisterCustomer.named("علی", "رضایی").phone("+98912" + (1_000_000 + number)))
                .id();
    }

    private TicketId open(CrmSession own, CustomerId customer) {
        return own.tickets()
                .open(OpenTicket.of(customer, Channel.WEB, "برداشت", "برداشت من انجام نشد"))
                .id();
    }

    private void converse(CrmSession own, CustomerId customer, TicketId ticket, List<TicketId> both) {
        for (int step = 0; step < 8; step++) {
            clock.advance(Duration.ofMinutes(random.nextInt(600)));
            int what = random.nextInt(8);
            try {
                switch (what) {
                    case 0 -> own.tickets().write(WriteMessage.of(ticket, customer, "خبری نشد؟"));
                    case 1 -> desk.tickets().reply(ReplyToTicket.to(ticket, "பார்க்கிறோம்"));
                    case 2 ->
                        desk.tickets().reply(ReplyToTicket.to(ticket, "done").then(TicketStatus.SOLVED));
                    case 3 -> own.tickets().rate(new RateTicket(ticket, 3, "خوب"));
                    case 4 -> desk.tickets().refer(new ReferTicket(ticket, other(ticket), secret()));
                    case 5 -> desk.tickets().merge(new MergeTickets(both.get(0), both.get(1)));
                    default -> desk.tickets().comment(CommentOnTicket.on(ticket, secret()));
                }
            } catch (InvalidRequestException e) {
                assertThat(e.getMessage()).doesNotContain(CANARY);
            }
            if (random.nextInt(20) == 0) {
                crm.runDue();
            }
        }
    }

    private TeamId other(TicketId ticket) {
        return desk.tickets().get(ticket).team().equals(TECH) ? TeamId.SUPPORT : TECH;
    }

    private String secret() {
        comments++;
        return "this customer is " + CANARY + " " + comments;
    }

    /** Everything that the customer can read; returns how many messages that were. */
    private int assertNothingShows(CrmSession own, CustomerId customer) {
        List<Object> shown = new ArrayList<>();
        List<TicketView> views = own.tickets().views(customer, ALL).items();
        shown.addAll(views);
        int messages = 0;
        for (TicketView listed : views) {
            TicketView view = own.tickets().view(listed.id());
            messages += view.messages().size();
            shown.add(view);
        }
        shown.add(own.customers().timeline(TimelineQuery.of(customer), ALL));
        shown.add(own.customers().history(customer, ALL));
        shown.add(own.customers().get(customer));
        assertThat(shown).noneMatch(ConversationLeakTest::shows);
        return messages;
    }

    private static boolean shows(Object value) {
        return Texts.in(value).stream().anyMatch(text -> text.contains(CANARY));
    }
}
