package io.crmkit.testkit;

import io.crmkit.automation.RuleExecution;
import io.crmkit.automation.RuleId;
import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.ticket.Ticket;
import java.util.List;

/** Lists of what rules did. */
abstract class RuleExecutionListRules extends ListRules {
    private final Customer customer = samples.customer().build();
    private final Ticket ticket = samples.ticket(customer.id()).build();

    @Override
    void add(CrmTransaction tx, Item item) {
        if (tx.tickets().find(ticket.id(), ALL).isEmpty()) {
            tx.customers().insert(customer, SampleRecords.index(customer));
            tx.tickets().insert(ticket);
        }
        tx.rules()
                .addExecution(new RuleExecution(
                        item.id(),
                        new RuleId("auto-close"),
                        ticket.id(),
                        item.id().toString(),
                        item.at()));
    }

    @Override
    List<Position> list(CrmTransaction tx, Reach reach, Slice slice) {
        return tx.rules().executions(slice).stream()
                .map(execution -> new Position(execution.at(), execution.id()))
                .toList();
    }
}
