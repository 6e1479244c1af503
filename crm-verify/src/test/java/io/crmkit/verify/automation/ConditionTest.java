package io.crmkit.verify.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.automation.Condition;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleEvent;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of condition, on a withdrawal ticket from the web, urgent by the shipped rule. */
class ConditionTest {
    private static final Condition YES = new Condition.Always();
    private static final Condition NO = new Condition.Not(YES);

    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of(YES, true),
                Arguments.of(NO, false),
                Arguments.of(new Condition.CategoryRoot(Set.of("withdrawal", "trade")), true),
                Arguments.of(new Condition.CategoryRoot(Set.of("withdrawal/delayed")), false),
                Arguments.of(new Condition.StatusIn(Set.of(TicketStatus.NEW)), true),
                Arguments.of(new Condition.StatusIn(Set.of(TicketStatus.OPEN)), false),
                Arguments.of(new Condition.ChannelIn(Set.of(Channel.WEB)), true),
                Arguments.of(new Condition.ChannelIn(Set.of(Channel.EMAIL)), false),
                Arguments.of(new Condition.AtLeast(Priority.HIGH), true),
                Arguments.of(new Condition.AtLeast(Priority.URGENT), true),
                Arguments.of(new Condition.HasTag("urgent"), true),
                Arguments.of(new Condition.HasTag("urg"), false),
                Arguments.of(new Condition.All(List.of()), true),
                Arguments.of(new Condition.All(List.of(YES, NO)), false),
                Arguments.of(new Condition.All(List.of(YES, YES)), true),
                Arguments.of(new Condition.Any(List.of()), false),
                Arguments.of(new Condition.Any(List.of(NO, YES)), true),
                Arguments.of(new Condition.Any(List.of(NO, NO)), false),
                Arguments.of(new Condition.Not(new Condition.AtLeast(Priority.LOW)), false));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void aRuleActsWhereItsConditionHolds(Condition condition, boolean acts) {
        desk.host()
                .automation()
                .save(Rule.on("acting", RuleEvent.TICKET_OPENED, new RuleAction.AddTag("acted"))
                        .when(condition));

        assertThat(desk.open(customer).tags().contains("acted")).isEqualTo(acts);
    }

    @Test
    void aRuleOfATeamActsForItsTicketsOnly() {
        desk.host()
                .automation()
                .save(Rule.on("acting", RuleEvent.CUSTOMER_WROTE, new RuleAction.AddTag("acted"))
                        .team(Desk.VIP));
        Ticket ticket = desk.open(customer);

        assertThat(desk.write(ticket).tags()).doesNotContain("acted");
        desk.sara().tickets().refer(new ReferTicket(ticket.id(), Desk.VIP, "x"));
        assertThat(desk.write(ticket).tags()).contains("acted");
    }
}
