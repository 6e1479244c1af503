package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.automation.RuleExecution;
import io.crmkit.automation.RuleId;
import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.ticket.Ticket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists of what rules did. */
abstract class RuleExecutionListRules extends ReachedListRules {
    private static final RuleId CLOSE = new RuleId("auto-close");

    @Override
    Set<By> by() {
        return Set.of(By.TEAM, By.OWNER);
    }

    @Override
    void add(CrmTransaction tx, Item item) {
        Customer customer = samples.customer().id(item.id()).build();
        Ticket ticket = samples.ticket(customer.id())
                .team(item.team())
                .assignee(item.owner())
                .build();
        tx.customers().insert(customer, SampleRecords.index(customer));
        tx.tickets().insert(ticket);
        tx.rules().addExecution(new RuleExecution(item.id(), CLOSE, ticket.id(), "episode", item.at()));
    }

    @Override
    List<Position> list(CrmTransaction tx, Reach reach, Slice slice) {
        return tx.rules().executions(reach, slice).stream()
                .map(execution -> new Position(execution.at(), execution.id()))
                .toList();
    }

    @Test
    void executionsComeWithinReachWithTheirTicketAsItIsNow() {
        Ticket ticket = given(samples.ticket(givenCustomer().id()).team(FIAT).assignee(SARA));
        RuleExecution execution = samples.execution(ticket);
        write(tx -> tx.rules().addExecution(execution));

        write(tx -> tx.tickets()
                .update(TicketSample.after(ticket).team(CRYPTO).assignee(KUMAR).build()));

        assertEquals(List.of(), read(tx -> list(tx, reachOf(FIAT), oldest(10))));
        assertEquals(List.of(), read(tx -> list(tx, reachOf(SARA), oldest(10))));
        assertEquals(List.of(execution), read(tx -> tx.rules().executions(reachOf(CRYPTO), oldest(10))));
        assertEquals(List.of(execution), read(tx -> tx.rules().executions(reachOf(KUMAR), oldest(10))));
    }
}
