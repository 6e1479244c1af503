package io.crmkit.testkit;

import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import java.util.List;

/** Lists of all messages, each in a ticket of its own. */
abstract class MessageListRules extends ListRules {
    private final Customer customer = samples.customer().build();

    @Override
    void add(CrmTransaction tx, Item item) {
        if (tx.customers().find(customer.id(), ALL).isEmpty()) {
            tx.customers().insert(customer, SampleRecords.index(customer));
        }
        Ticket ticket = samples.ticket(customer.id()).build();
        tx.tickets().insert(ticket);
        tx.messages().insert(message(item, ticket));
    }

    /** A comment or a message to the customer. */
    static Message message(Item item, Ticket ticket) {
        MessageId id = new MessageId(item.id());
        boolean comment = (item.id().getLeastSignificantBits() & 1) == 0;
        return comment
                ? new InternalComment(id, ticket.id(), ticket.customer(), SampleRecords.AGENT, item.at(), "یادداشت")
                : new PublicMessage(id, ticket.id(), ticket.customer(), SampleRecords.AGENT, item.at(), "பதில்");
    }

    @Override
    List<Position> list(CrmTransaction tx, Reach reach, Slice slice) {
        return tx.messages().list(slice).stream()
                .map(message -> new Position(message.at(), message.id().value()))
                .toList();
    }
}
