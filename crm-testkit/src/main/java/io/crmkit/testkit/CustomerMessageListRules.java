package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.MessageKind;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists of a customer's messages in all tickets. */
abstract class CustomerMessageListRules extends ReachedListRules {
    private final Customer customer = samples.customer().build();

    @Override
    Set<By> by() {
        return Set.of(By.TEAM, By.OWNER, By.CUSTOMER);
    }

    @Override
    CustomerId customerOf(Item item) {
        return customer.id();
    }

    @Override
    void add(CrmTransaction tx, Item item) {
        if (tx.customers().find(customer.id(), ALL).isEmpty()) {
            tx.customers().insert(customer, SampleRecords.index(customer));
        }
        Ticket ticket = samples.ticket(customer.id())
                .team(item.team())
                .assignee(item.owner())
                .build();
        tx.tickets().insert(ticket);
        tx.messages()
                .insert(new PublicMessage(
                        new MessageId(item.id()), ticket.id(), customer.id(), SampleRecords.AGENT, item.at(), "پاسخ"));
    }

    @Override
    List<Position> list(CrmTransaction tx, Reach reach, Slice slice) {
        return tx.messages().list(customer.id(), MessageKind.PUBLIC, reach, slice).stream()
                .map(message -> new Position(message.at(), message.id().value()))
                .toList();
    }

    @Test
    void onlyMessagesOfTheKindAndOfTheCustomerAreListed() {
        Ticket ticket = givenTicket();
        Ticket other = givenTicket();
        PublicMessage message = samples.message(ticket);
        InternalComment comment = samples.comment(ticket);
        write(tx -> List.of(message, comment, samples.message(other), samples.comment(other))
                .forEach(each -> tx.messages().insert(each)));

        assertEquals(
                List.of(message),
                read(tx -> tx.messages().list(ticket.customer(), MessageKind.PUBLIC, ALL, oldest(10))));
        assertEquals(
                List.of(comment),
                read(tx -> tx.messages().list(ticket.customer(), MessageKind.INTERNAL, ALL, oldest(10))));
    }

    @Test
    void messagesComeWithinReachWithTheirTicketAsItIsNow() {
        Ticket ticket = given(samples.ticket(givenCustomer().id()).team(FIAT).assignee(SARA));
        PublicMessage message = samples.message(ticket);
        write(tx -> tx.messages().insert(message));

        write(tx -> tx.tickets()
                .update(TicketSample.after(ticket).team(CRYPTO).assignee(KUMAR).build()));

        assertEquals(List.of(), within(ticket, reachOf(FIAT)));
        assertEquals(List.of(), within(ticket, reachOf(SARA)));
        assertEquals(List.of(message), within(ticket, reachOf(CRYPTO)));
        assertEquals(List.of(message), within(ticket, reachOf(KUMAR)));
    }

    private List<Message> within(Ticket ticket, Reach reach) {
        return read(tx -> tx.messages().list(ticket.customer(), MessageKind.PUBLIC, reach, oldest(10)));
    }
}
