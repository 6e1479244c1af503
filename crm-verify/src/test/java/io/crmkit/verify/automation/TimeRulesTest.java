package io.crmkit.verify.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.DueReport;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.automation.Condition;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.automation.Trigger;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.NoticeRecipient;
import io.crmkit.notification.Notification;
import io.crmkit.notification.TemplateKey;
import io.crmkit.staff.Team;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules that act because time has passed, to the microsecond. */
class TimeRulesTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration TICK = Duration.ofNanos(1_000);

    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    @Test
    void theLeadIsToldAfterTwentyFourHoursAndNotEarlier() {
        Ticket ticket = desk.open(customer);

        DueReport before = desk.pass(DAY.minus(TICK));
        assertThat(before.ruled()).isZero();
        assertThat(unanswered()).isEmpty();
        DueReport at = desk.pass(TICK);
        DueReport after = desk.pass(DAY.multipliedBy(3));

        assertThat(at.ruled()).isEqualTo(1);
        assertThat(after.ruled()).isZero();
        assertThat(unanswered()).singleElement().satisfies(notice -> {
            assertThat(notice.to()).isEqualTo("leila");
            assertThat(notice.channel()).isEqualTo(NoticeChannel.AGENT);
            assertThat(notice.ticket()).isEqualTo(ticket.id());
            assertThat(notice.team()).isEqualTo(TeamId.SUPPORT);
        });
        assertThat(desk.stored(ticket)).isEqualTo(ticket);
    }

    @Test
    void anAnswerInTimeLeavesNothingToTell() {
        Ticket ticket = desk.open(customer);
        desk.pass(DAY.minus(TICK));
        desk.reply(ticket);

        assertThat(desk.crm().nextDueAt()).isEmpty();
        assertThat(desk.pass(DAY).ruled()).isZero();
    }

    @Test
    void aNewEpisodeIsToldAnew() {
        Ticket ticket = desk.open(customer);
        desk.pass(DAY);
        desk.reply(ticket);
        desk.clock.advance(Duration.ofHours(1));
        desk.write(ticket);
        desk.clock.advance(Duration.ofHours(1));
        desk.write(ticket);

        desk.pass(Duration.ofHours(23).minus(TICK));
        assertThat(unanswered()).hasSize(1);
        desk.pass(TICK);

        assertThat(unanswered()).hasSize(2);
    }

    @Test
    void aTicketIsClosedSevenTimesTwentyFourHoursAfterItsLastSolve() {
        Ticket ticket = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        desk.pass(Duration.ofDays(3));
        desk.write(ticket);
        desk.pass(Duration.ofHours(1));
        desk.reply(ticket, TicketStatus.SOLVED);

        desk.pass(Duration.ofDays(7).minus(TICK));
        assertThat(desk.stored(ticket).status()).isEqualTo(TicketStatus.SOLVED);
        desk.pass(TICK);

        Ticket closed = desk.stored(ticket);
        assertThat(closed.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(closed.clock().closedAt()).contains(desk.clock.instant());
        assertThat(desk.crm().nextDueAt()).isEmpty();
    }

    @Test
    void aReopenedTicketIsNotClosed() {
        Ticket ticket = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        desk.clock.advance(Duration.ofDays(7).minus(TICK));
        desk.write(ticket);

        desk.pass(Duration.ofDays(30));

        assertThat(desk.stored(ticket).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void aSolvedTicketThatNobodyRanDueForIsStillReopened() {
        Ticket ticket = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        desk.clock.advance(Duration.ofDays(9));

        Ticket reopened = desk.write(ticket);

        assertThat(reopened.id()).isEqualTo(ticket.id());
        desk.crm().runDue();
        assertThat(desk.stored(ticket).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void aRuleSavedLaterTakesHoldOfPresentTicketsOnceForEachEpisode() {
        Ticket waiting = desk.open(customer);
        Ticket solved = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        desk.clock.advance(Duration.ofHours(10));
        Rule early =
                Rule.after("early", Duration.ofHours(4), Trigger.Anchor.WAITING, new RuleAction.AddTag("late-answer"));

        desk.host().automation().save(early);
        DueReport first = desk.pass(Duration.ZERO);
        desk.host().automation().save(early);
        desk.host().automation().enable(early.id(), false);
        desk.host().automation().enable(early.id(), true);
        DueReport second = desk.pass(Duration.ZERO);

        assertThat(first.ruled()).isEqualTo(1);
        assertThat(second.ruled()).isZero();
        assertThat(desk.stored(waiting).tags()).contains("late-answer");
        assertThat(desk.stored(solved).tags()).doesNotContain("late-answer");
    }

    @Test
    void aSolveRuleSavedLaterTakesHoldOfSolvedTickets() {
        Ticket solved = desk.reply(desk.open(customer), TicketStatus.SOLVED);
        desk.clock.advance(Duration.ofDays(2));

        desk.host()
                .automation()
                .save(Rule.after("auto-close", Duration.ofDays(1), Trigger.Anchor.SOLVED, new RuleAction.Close()));
        desk.pass(Duration.ZERO);

        assertThat(desk.stored(solved).status()).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void aRuleThatIsOffWhenItsTimeComesDoesNothing() {
        desk.open(customer);
        desk.host().automation().enable(new RuleId("unanswered"), false);

        assertThat(desk.pass(DAY).ruled()).isZero();
        assertThat(unanswered()).isEmpty();
    }

    @Test
    void aRuleWhoseConditionDoesNotHoldThenDoesNothing() {
        Ticket ticket = desk.open(customer);
        desk.host().automation().save(ShippedRules.unanswered().when(new Condition.HasTag("never")));

        assertThat(desk.pass(DAY).ruled()).isZero();
        assertThat(desk.stored(ticket)).isEqualTo(ticket);
    }

    @Test
    void twoTimeRulesMaySendTheSameTextAboutOneEpisode() {
        desk.open(customer);
        desk.host()
                .automation()
                .save(Rule.after(
                        "still-unanswered",
                        DAY.multipliedBy(2),
                        Trigger.Anchor.WAITING,
                        new RuleAction.Notify(
                                TemplateKey.TICKET_UNANSWERED, NoticeRecipient.TEAM_LEAD, Optional.empty())));

        desk.pass(DAY);
        desk.pass(DAY);

        assertThat(unanswered()).hasSize(2);
    }

    @Test
    void oneRuleMaySendTheSameTextToSeveral() {
        Ticket ticket = desk.open(customer);
        desk.sara().tickets().assign(AssignTicket.to(ticket.id(), "omid"));
        desk.host()
                .automation()
                .save(Rule.after(
                        "unanswered",
                        DAY,
                        Trigger.Anchor.WAITING,
                        new RuleAction.Notify(
                                TemplateKey.TICKET_UNANSWERED, NoticeRecipient.TEAM_LEAD, Optional.empty()),
                        new RuleAction.Notify(
                                TemplateKey.TICKET_UNANSWERED, NoticeRecipient.ASSIGNEE, Optional.empty())));

        desk.pass(DAY);

        assertThat(unanswered()).extracting(Notification::to).containsExactlyInAnyOrder("leila", "omid");
    }

    @Test
    void aTeamWithoutALeadIsToldNothing() {
        desk.host().staff().save(new Team(TeamId.SUPPORT, Optional.empty()));
        desk.open(customer);

        desk.pass(DAY);

        assertThat(unanswered()).isEmpty();
    }

    @Test
    void theNextDueInstantIsThatOfTheNextThingToDo() {
        assertThat(desk.crm().nextDueAt()).isEmpty();

        Ticket ticket = desk.open(customer);
        assertThat(desk.crm().nextDueAt()).contains(desk.clock.instant());
        desk.pass(Duration.ZERO);
        assertThat(desk.crm().nextDueAt()).contains(desk.clock.instant().plus(DAY));
        desk.reply(ticket, TicketStatus.SOLVED);

        assertThat(desk.crm().nextDueAt()).contains(desk.clock.instant().plus(Duration.ofDays(7)));
    }

    private List<Notification> unanswered() {
        return desk.sent(TemplateKey.TICKET_UNANSWERED);
    }
}
