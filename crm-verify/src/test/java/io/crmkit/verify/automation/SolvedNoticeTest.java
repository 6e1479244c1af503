package io.crmkit.verify.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleEvent;
import io.crmkit.automation.RuleId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.notification.NoticeRecipient;
import io.crmkit.notification.Notification;
import io.crmkit.notification.TemplateKey;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The notice that a ticket is solved, and the survey beside it. */
class SolvedNoticeTest {
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final Duration TICK = Duration.ofNanos(1_000);

    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    SolvedNoticeTest() {
        desk.host().automation().save(ShippedRules.solvedNotice());
        desk.host().automation().enable(new RuleId("auto-close"), false);
    }

    @Test
    void everySolveIsToldButTheSurveyComesOnceInFourteenDays() {
        solve();
        desk.pass(FORTNIGHT.minus(TICK));
        solve();

        assertThat(desk.sent(TemplateKey.TICKET_SOLVED)).hasSize(2);
        assertThat(desk.sent(TemplateKey.SATISFACTION_SURVEY)).hasSize(1);
        desk.pass(TICK);
        solve();

        assertThat(desk.sent(TemplateKey.SATISFACTION_SURVEY)).hasSize(2);
    }

    @Test
    void twoSolvesInOneInstantAskOnce() {
        solve();
        solve();

        assertThat(desk.sent(TemplateKey.SATISFACTION_SURVEY)).hasSize(1);
    }

    @Test
    void thePauseIsEachCustomersOwn() {
        solve();
        CustomerId other = desk.host()
                .customers()
                .register(RegisterCustomer.named("கவிதா", "ராஜன்")
                        .email("k@example.com")
                        .language("ta"))
                .id();
        desk.reply(desk.open(other), TicketStatus.SOLVED);
        desk.pass(Duration.ZERO);

        assertThat(desk.sent(TemplateKey.SATISFACTION_SURVEY))
                .extracting(Notification::customer)
                .containsExactlyInAnyOrder(customer, other);
    }

    @Test
    void thePauseIsEachRecipientsOwnAndCountsOverAllCustomers() {
        desk.host()
                .automation()
                .save(Rule.on(
                        "tell-desk",
                        RuleEvent.CUSTOMER_WROTE,
                        limited(NoticeRecipient.TEAM_LEAD),
                        limited(NoticeRecipient.ASSIGNEE)));
        CustomerId other = desk.host()
                .customers()
                .register(RegisterCustomer.named("Karthik", "Raja"))
                .id();
        Ticket mine = desk.open(customer);
        Ticket others = desk.open(other);
        desk.sara().tickets().assign(AssignTicket.to(mine.id(), "omid"));
        desk.sara().tickets().assign(AssignTicket.to(others.id(), "sara"));

        desk.write(mine);
        desk.write(others);
        desk.write(mine);
        desk.pass(Duration.ZERO);

        assertThat(desk.sent(TemplateKey.TICKET_UNANSWERED))
                .extracting(Notification::to)
                .containsExactlyInAnyOrder("leila", "omid", "sara");
    }

    private static RuleAction limited(NoticeRecipient recipient) {
        return new RuleAction.Notify(TemplateKey.TICKET_UNANSWERED, recipient, Optional.of(Duration.ofHours(1)));
    }

    private void solve() {
        desk.reply(desk.open(customer), TicketStatus.SOLVED);
        desk.pass(Duration.ZERO);
    }
}
