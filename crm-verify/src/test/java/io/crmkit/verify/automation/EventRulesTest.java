package io.crmkit.verify.automation;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.automation.Condition;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleEvent;
import io.crmkit.automation.RuleExecution;
import io.crmkit.automation.RuleId;
import io.crmkit.automation.Trigger;
import io.crmkit.error.NotFoundException;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.staff.Shift;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules that act as part of the command that makes an event happen. */
class EventRulesTest {
    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    @Test
    void theShippedRulesActFromTheStart() {
        Ticket ticket = desk.open(customer);

        assertThat(ticket.priority()).isEqualTo(Priority.URGENT);
        assertThat(ticket.tags()).containsExactly("urgent");
        assertThat(desk.host().automation().rules())
                .extracting(rule -> rule.id().value())
                .containsExactly("asset-transfer", "acknowledge", "auto-close", "unanswered");
        assertThat(executions()).extracting(e -> e.rule().value()).containsExactly("asset-transfer", "acknowledge");
        assertThat(executions()).extracting(RuleExecution::episode).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "withdrawal, true",
        "withdrawal/delayed, true",
        "deposit/missing, true",
        "security, true",
        "trade, false",
        "withdrawals, false",
        "other/withdrawal, false"
    })
    void assetTransfersAreUrgent(String category, boolean urgent) {
        Ticket ticket = open(category);

        assertThat(ticket.priority()).isEqualTo(urgent ? Priority.URGENT : Priority.NORMAL);
        assertThat(ticket.tags()).hasSize(urgent ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void eachEventIsToldOnce(RuleEvent event) {
        Rule counting = Rule.on("counting", event, new RuleAction.AddTag("seen"));
        desk.host().automation().save(counting);

        Ticket ticket = open("trade");
        desk.write(ticket);
        desk.reply(ticket, TicketStatus.SOLVED);
        desk.write(ticket);
        desk.sara().tickets().refer(new ReferTicket(ticket.id(), Desk.VIP, "x"));

        long acted = executions().stream()
                .filter(e -> e.rule().equals(counting.id()))
                .count();
        assertThat(acted).isEqualTo(event == RuleEvent.CUSTOMER_WROTE ? 2 : 1);
        assertThat(desk.stored(ticket).tags()).containsExactly("seen");
    }

    @Test
    void aReplyThatSolvesASolvedTicketAnewIsTwoEvents() {
        desk.host().automation().save(Rule.on("reopened", RuleEvent.TICKET_REOPENED, new RuleAction.AddTag("again")));
        desk.host().automation().save(Rule.on("replied", RuleEvent.AGENT_REPLIED, new RuleAction.AddTag("answered")));
        Ticket ticket = desk.reply(open("trade"), TicketStatus.SOLVED);

        Ticket after = desk.reply(ticket, TicketStatus.PENDING);

        assertThat(after.tags()).containsExactly("again", "answered");
    }

    @Test
    void rulesOfOneEventRunByOrderThenById() {
        RuleId b = save(Rule.on("b-second", RuleEvent.TICKET_OPENED, new RuleAction.AddTag("b"))
                .order(5));
        RuleId a = save(Rule.on("a-second", RuleEvent.TICKET_OPENED, new RuleAction.AddTag("a"))
                .order(5));
        RuleId z = save(Rule.on("z-first", RuleEvent.TICKET_OPENED, new RuleAction.AddTag("z"))
                .order(-1));

        open("trade");

        assertThat(executions()).extracting(RuleExecution::rule).startsWith(z, a, b);
    }

    @Test
    void aLaterRuleSeesWhatAnEarlierOneDid() {
        save(Rule.on("tagged", RuleEvent.TICKET_OPENED, new RuleAction.AddTag("seen-urgent"))
                .when(new Condition.All(
                        List.of(new Condition.HasTag("urgent"), new Condition.AtLeast(Priority.URGENT))))
                .order(11));
        save(Rule.on("too-early", RuleEvent.TICKET_OPENED, new RuleAction.AddTag("early"))
                .when(new Condition.HasTag("urgent"))
                .order(9));

        assertThat(open("withdrawal").tags()).containsExactly("seen-urgent", "urgent");
    }

    @Test
    void whatARuleDoesSetsOffNoOther() {
        desk.host().staff().save(Shift.daily("all", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneOffset.UTC, "sara"));
        save(Rule.after("closing", Duration.ofHours(1), Trigger.Anchor.SOLVED, new RuleAction.Close()));
        save(Rule.on("assigning", RuleEvent.AGENT_REPLIED, new RuleAction.AssignOnDuty()));
        save(Rule.on("never", RuleEvent.TICKET_REFERRED, new RuleAction.AddTag("wrong")));
        Ticket ticket = desk.reply(open("trade"), TicketStatus.SOLVED);

        desk.pass(Duration.ofHours(1));

        assertThat(desk.stored(ticket).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(desk.stored(ticket).tags()).isEmpty();
    }

    @Test
    void priorityIsRaisedAndNeverLowered() {
        save(Rule.on("high", RuleEvent.TICKET_OPENED, new RuleAction.RaisePriority(Priority.HIGH)));

        assertThat(open("withdrawal").priority()).isEqualTo(Priority.URGENT);
        assertThat(open("trade").priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void closingLeavesWhatIsNotSolved() {
        save(Rule.on("close", RuleEvent.CUSTOMER_WROTE, new RuleAction.Close()));

        assertThat(desk.write(open("trade")).status()).isEqualTo(TicketStatus.NEW);
    }

    @Test
    void aRuleActsUnderItsNameAndInTheAudit() {
        Ticket ticket = desk.open(customer);

        assertThat(desk.auditor().tickets().history(ticket.id()))
                .filteredOn(e -> e.kind() == TicketEventKind.TAGS || e.kind() == TicketEventKind.PRIORITY)
                .extracting(e -> e.by().toString())
                .hasSize(2)
                .allMatch(by -> by.contains("rule:asset-transfer"));
    }

    @Test
    void aShippedRuleIsReplacedAndDisabled() {
        save(Rule.on("asset-transfer", RuleEvent.TICKET_OPENED, new RuleAction.AddTag("money")));
        desk.host().automation().enable(new RuleId("acknowledge"), false);

        Ticket ticket = open("trade");
        desk.pass(Duration.ZERO);

        assertThat(ticket.tags()).containsExactly("money");
        assertThat(desk.notifier.attempts()).isZero();
        assertThat(desk.host().automation().rules()).hasSize(4);
        desk.host().automation().enable(new RuleId("acknowledge"), true);
        open("trade");
        desk.pass(Duration.ZERO);
        assertThat(desk.notifier.sent()).hasSize(1);
    }

    @Test
    void anUnknownRuleCannotBeSwitched() {
        refusal(NotFoundException.class, () -> desk.host().automation().enable(new RuleId("nothing"), true));
    }

    @Test
    void executionsAreListedLatestFirstInPages() {
        open("withdrawal");
        desk.clock.advance(Duration.ofMinutes(1));
        open("trade");

        Page<RuleExecution> page = desk.host().automation().executions(PageRequest.first(2));
        Page<RuleExecution> rest =
                desk.host().automation().executions(page.next().orElseThrow());

        assertThat(page.items().get(0).at()).isEqualTo(desk.clock.instant());
        assertThat(page.items()).hasSize(2);
        assertThat(rest.items()).hasSize(1);
    }

    private RuleId save(Rule rule) {
        return desk.host().automation().save(rule).id();
    }

    private Ticket open(String category) {
        return desk.host()
                .tickets()
                .open(OpenTicket.of(customer, Channel.WEB, "x", "y").category(category));
    }

    /** Earliest first. */
    private List<RuleExecution> executions() {
        List<RuleExecution> found = new ArrayList<>(
                desk.host().automation().executions(PageRequest.first(100)).items());
        Collections.reverse(found);
        return found;
    }
}
