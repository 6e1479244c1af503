package io.crmkit.testkit;

import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.MessageKind;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.ticket.Ticket;
import java.util.List;
import java.util.Set;

/** Lists of a ticket's messages. */
abstract class TicketMessageListRules extends ListRules {
    private final Customer customer = samples.customer().build();
    private final Ticket ticket = samples.ticket(customer.id()).build();

    @Override
    void add(CrmTransaction tx, Item item) {
        if (tx.tickets().find(ticket.id(), ALL).isEmpty()) {
            tx.customers().insert(customer, SampleRecords.index(customer));
            tx.tickets().insert(ticket);
        }
        tx.messages().insert(MessageListRules.message(item, ticket));
    }

    @Override
    List<Position> list(CrmTransaction tx, Reach reach, Slice slice) {
        return tx.messages().list(ticket.id(), Set.of(MessageKind.values()), slice).stream()
                .map(message -> new Position(message.at(), message.id().value()))
                .toList();
    }
}
