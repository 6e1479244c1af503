package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists of tickets. */
abstract class TicketListRules extends ReachedListRules {
    private final Map<Item, TicketNumber> numbers = new HashMap<>();

    @Override
    Set<By> by() {
        return Set.of(By.TEAM, By.OWNER, By.CUSTOMER);
    }

    @Override
    void add(CrmTransaction tx, Item item) {
        Customer customer = samples.customer().id(item.id()).build();
        Ticket ticket = samples.ticket(customer.id())
                .id(item.id())
                .createdAt(item.at())
                .team(item.team())
                .assignee(item.owner())
                .build();
        tx.customers().insert(customer, SampleRecords.index(customer));
        tx.tickets().insert(ticket);
        numbers.put(item, ticket.number());
    }

    @Override
    List<Position> list(CrmTransaction tx, Reach reach, Slice slice) {
        return tx.tickets().list(TicketCriteria.within(reach), slice).stream()
                .map(ticket -> new Position(ticket.createdAt(), ticket.id().value()))
                .toList();
    }

    @Override
    void assertOtherReads(CrmTransaction tx, Reach reach, List<Item> all, List<Item> within) {
        for (Item item : all) {
            boolean expected = within.contains(item);
            assertEquals(
                    expected, tx.tickets().find(new TicketId(item.id()), reach).isPresent(), reach::toString);
            assertEquals(
                    expected,
                    tx.tickets()
                            .find(Objects.requireNonNull(numbers.get(item)), reach)
                            .isPresent(),
                    reach::toString);
        }
        assertEquals(within.size(), tx.tickets().count(TicketCriteria.within(reach)), reach::toString);
    }

    @Test
    void aTicketWithoutAnAssigneeIsInNobodysReachByOwner() {
        Ticket ticket = givenTicket();

        assertEquals(Optional.empty(), read(tx -> tx.tickets().find(ticket.id(), reachOf(SARA))));
        assertEquals(List.of(), read(tx -> list(tx, reachOf(SARA), oldest(10))));
        assertEquals(0, count(TicketCriteria.within(reachOf(SARA))));
    }

    @Test
    void reachFollowsTheTicketAsItIsNow() {
        Ticket ticket = given(samples.ticket(givenCustomer().id()).team(FIAT).assignee(SARA));

        write(tx -> tx.tickets()
                .update(TicketSample.after(ticket).team(CRYPTO).assignee(KUMAR).build()));

        assertEquals(List.of(), read(tx -> list(tx, reachOf(FIAT), oldest(10))));
        assertEquals(List.of(), read(tx -> list(tx, reachOf(SARA), oldest(10))));
        assertEquals(1, read(tx -> list(tx, reachOf(CRYPTO), oldest(10))).size());
        assertEquals(1, read(tx -> list(tx, reachOf(KUMAR), oldest(10))).size());
    }
}
