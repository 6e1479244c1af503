package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.automation.Condition;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleEvent;
import io.crmkit.automation.RuleExecution;
import io.crmkit.automation.RuleId;
import io.crmkit.automation.Trigger;
import io.crmkit.notification.NoticeRecipient;
import io.crmkit.notification.TemplateKey;
import io.crmkit.spi.storage.DueItem;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules, what they did, and what they have to do later. */
abstract class RuleStoreRules extends StorageRules {
    private static final Instant NOON = Instant.parse("2026-03-21T12:00:00.000001Z");
    private static final RuleId CLOSE = new RuleId("auto-close");
    private static final RuleId REMIND = new RuleId("remind");

    @Test
    void rulesAreReplacedByIdAndReadByOrderThenId() {
        Rule tag = Rule.on("tag", RuleEvent.TICKET_OPENED, new RuleAction.AddTag("fast-track"));
        Rule dash = Rule.on("ta-g", RuleEvent.CUSTOMER_WROTE, new RuleAction.Close());
        Rule early = tag.order(-5).enabled(false);
        Rule first =
                new Rule(new RuleId("z"), 20, true, Optional.empty(), tag.trigger(), tag.condition(), tag.actions());
        write(tx -> List.of(tag, first, dash).forEach(rule -> tx.rules().save(rule)));
        assertEquals(List.of(first, dash, tag), read(tx -> tx.rules().rules()));

        write(tx -> tx.rules().save(early));

        assertEquals(List.of(early, first, dash), read(tx -> tx.rules().rules()));
    }

    @Test
    void everyKindOfTriggerConditionAndActionComesBack() {
        Condition condition = new Condition.All(List.of(
                new Condition.Any(List.of(
                        new Condition.CategoryRoot(Set.of("deposit", "withdrawal")),
                        new Condition.StatusIn(Set.of(TicketStatus.NEW, TicketStatus.OPEN)))),
                new Condition.Not(new Condition.HasTag("متفرقه")),
                new Condition.ChannelIn(Set.of(Channel.EMAIL)),
                new Condition.AtLeast(Priority.HIGH),
                new Condition.Always()));
        RuleAction[] actions = {
            new RuleAction.AddTag("night-desk"),
            new RuleAction.RaisePriority(Priority.URGENT),
            new RuleAction.AssignOnDuty(),
            new RuleAction.Close(),
            new RuleAction.Notify(TemplateKey.NOBODY_ON_DUTY, NoticeRecipient.TEAM_LEAD, Optional.empty()),
            new RuleAction.Notify(
                    TemplateKey.SATISFACTION_SURVEY, NoticeRecipient.CUSTOMER, Optional.of(Duration.ofDays(14)))
        };
        Rule on = Rule.on("on", RuleEvent.TICKET_REFERRED, actions)
                .when(condition)
                .team(FIAT);
        Rule after = Rule.after("after", Duration.ofSeconds(90_061), Trigger.Anchor.WAITING, actions);

        write(tx -> List.of(on, after).forEach(rule -> tx.rules().save(rule)));

        assertEquals(List.of(after, on), read(tx -> tx.rules().rules()));
    }

    @Test
    void theSameRuleActsOnceForTicketAndEpisode() {
        Ticket ticket = givenTicket();
        RuleExecution first = new RuleExecution(samples.id(), CLOSE, ticket.id(), "episode", NOON);
        RuleExecution again = new RuleExecution(samples.id(), CLOSE, ticket.id(), "episode", NOON.plusSeconds(1));
        List<RuleExecution> others = List.of(
                new RuleExecution(samples.id(), CLOSE, ticket.id(), "Episode", NOON.plusSeconds(2)),
                new RuleExecution(samples.id(), REMIND, ticket.id(), "episode", NOON.plusSeconds(3)),
                new RuleExecution(samples.id(), CLOSE, givenTicket().id(), "episode", NOON.plusSeconds(4)));

        assertTrue(add(first));
        assertFalse(add(again));
        others.forEach(other -> assertTrue(add(other)));

        List<RuleExecution> kept = new ArrayList<>(List.of(first));
        kept.addAll(others);
        assertEquals(kept, read(tx -> tx.rules().executions(ALL, oldest(10))));
    }

    @Test
    void theSameRuleActsOnceAlsoWithinOneTransaction() {
        Ticket ticket = givenTicket();
        RuleExecution first = new RuleExecution(samples.id(), CLOSE, ticket.id(), "episode", NOON);
        RuleExecution again = new RuleExecution(samples.id(), CLOSE, ticket.id(), "episode", NOON);

        write(tx -> {
            assertTrue(tx.rules().addExecution(first));
            assertFalse(tx.rules().addExecution(again));
        });

        assertEquals(List.of(first), read(tx -> tx.rules().executions(ALL, oldest(10))));
    }

    private boolean add(RuleExecution execution) {
        return this.<Boolean>read(tx -> tx.rules().addExecution(execution));
    }

    @Test
    void itemsAreDueFromTheirTimeOnInOrder() {
        TicketId low = given(ticket("10000000-0000-7000-8000-000000000000")).id();
        TicketId high = given(ticket("f0000000-0000-7000-8000-000000000000")).id();
        DueItem early = new DueItem(REMIND, high, NOON.minusNanos(1_000), NOON);
        DueItem second = new DueItem(CLOSE, low, NOON, NOON);
        DueItem third = new DueItem(REMIND, low, NOON, NOON);
        DueItem fourth = new DueItem(CLOSE, high, NOON, NOON);
        put(new DueItem(CLOSE, givenTicket().id(), NOON.plusNanos(1_000), NOON));
        put(fourth, third, early, second);

        assertEquals(List.of(early, second, third, fourth), due(NOON, 10));
        assertEquals(List.of(early, second), due(NOON, 2));
        assertEquals(List.of(early), due(NOON.minusNanos(1_000), 10));
        assertEquals(List.of(), due(NOON.minusNanos(2_000), 10));
    }

    private TicketSample ticket(String id) {
        return samples.ticket(givenCustomer().id()).id(UUID.fromString(id));
    }

    @Test
    void anItemReplacesTheOneWithItsRuleAndTicket() {
        TicketId ticket = givenTicket().id();
        DueItem other = new DueItem(REMIND, ticket, NOON, NOON);
        put(new DueItem(CLOSE, ticket, NOON, NOON), other);

        DueItem replaced = new DueItem(CLOSE, ticket, NOON.plusSeconds(60), NOON.plusSeconds(1));
        put(replaced);

        assertEquals(List.of(other), due(NOON, 10));
        assertEquals(List.of(other, replaced), due(NOON.plusSeconds(60), 10));
    }

    @Test
    void aRemovedItemIsNotDue() {
        TicketId ticket = givenTicket().id();
        DueItem other = new DueItem(REMIND, ticket, NOON, NOON);
        put(new DueItem(CLOSE, ticket, NOON, NOON), other);

        write(tx -> {
            tx.due().remove(CLOSE, ticket);
            tx.due().remove(CLOSE, new TicketId(samples.id()));
        });

        assertEquals(List.of(other), due(NOON, 10));
    }

    @Test
    void onlyTheVeryItemIsRemoved() {
        TicketId ticket = givenTicket().id();
        DueItem item = new DueItem(CLOSE, ticket, NOON, NOON);
        DueItem other = new DueItem(REMIND, ticket, NOON, NOON);
        put(item, other);

        assertFalse(remove(new DueItem(CLOSE, ticket, NOON.plusNanos(1_000), NOON)), "another time");
        assertFalse(remove(new DueItem(CLOSE, ticket, NOON, NOON.minusNanos(1_000))), "another episode");
        assertFalse(remove(new DueItem(CLOSE, givenTicket().id(), NOON, NOON)), "another ticket");
        assertEquals(List.of(item, other), due(NOON, 10));

        assertTrue(remove(item));
        assertEquals(List.of(other), due(NOON, 10));
        assertFalse(remove(item), "it is gone");
    }

    private boolean remove(DueItem item) {
        return this.<Boolean>read(tx -> tx.due().remove(item));
    }

    @Test
    void theFirstItemSaysWhenToLookNext() {
        assertEquals(Optional.empty(), read(tx -> tx.due().next()));
        TicketId ticket = givenTicket().id();
        put(new DueItem(CLOSE, ticket, NOON.plusSeconds(5), NOON), new DueItem(REMIND, ticket, NOON, NOON));

        assertEquals(Optional.of(NOON), read(tx -> tx.due().next()));
        write(tx -> tx.due().remove(REMIND, ticket));
        assertEquals(Optional.of(NOON.plusSeconds(5)), read(tx -> tx.due().next()));
    }

    private void put(DueItem... items) {
        write(tx -> List.of(items).forEach(item -> tx.due().put(item)));
    }

    private List<DueItem> due(Instant now, int limit) {
        return read(tx -> tx.due().due(now, limit));
    }
}
