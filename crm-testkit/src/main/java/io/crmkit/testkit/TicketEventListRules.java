package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.time.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists of what happened to tickets. */
abstract class TicketEventListRules extends ReachedListRules {
    private static final TimeRange ALWAYS =
            new TimeRange(NOON.minus(Duration.ofDays(2)), NOON.plus(Duration.ofDays(2)));

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
        TicketEvent event = samples.event(ticket, 1);
        tx.customers().insert(customer, SampleRecords.index(customer));
        tx.tickets().insert(ticket);
        tx.ticketEvents()
                .append(List.of(new TicketEvent(
                        item.id(), ticket.id(), 1, item.at(), event.by(), event.kind(), event.from(), event.to())));
    }

    @Override
    List<Position> list(CrmTransaction tx, Reach reach, Slice slice) {
        return tx.ticketEvents().list(ALWAYS, reach, slice).stream()
                .map(event -> new Position(event.at(), event.id()))
                .toList();
    }

    @Test
    void aPeriodBeginsWithItsFirstInstantAndEndsBeforeItsLast() {
        List<Item> items = items(4);
        givenItems(items);
        TimeRange period = new TimeRange(items.get(1).at(), items.get(3).at());

        List<TicketEvent> found = read(tx -> tx.ticketEvents().list(period, ALL, oldest(10)));

        assertEquals(
                List.of(items.get(1).id(), items.get(2).id()),
                found.stream().map(TicketEvent::id).toList());
    }

    @Test
    void eventsComeWithinReachWithTheirTicketAsItIsNow() {
        Ticket ticket = given(samples.ticket(givenCustomer().id()).team(FIAT).assignee(SARA));
        TicketEvent event = samples.event(ticket, 1);
        write(tx -> tx.ticketEvents().append(List.of(event)));

        write(tx -> tx.tickets()
                .update(TicketSample.after(ticket).team(CRYPTO).assignee(KUMAR).build()));

        assertEquals(List.of(), read(tx -> list(tx, reachOf(FIAT), oldest(10))));
        assertEquals(List.of(), read(tx -> list(tx, reachOf(SARA), oldest(10))));
        assertEquals(List.of(event), read(tx -> tx.ticketEvents().list(ALWAYS, reachOf(CRYPTO), oldest(10))));
        assertEquals(List.of(event), read(tx -> tx.ticketEvents().list(ALWAYS, reachOf(KUMAR), oldest(10))));
    }
}
