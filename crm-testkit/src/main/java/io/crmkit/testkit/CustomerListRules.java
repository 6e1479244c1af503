package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists of customers. */
abstract class CustomerListRules extends ReachedListRules {
    private static final String SHARED = "PHONE:+989120000000";

    @Override
    Set<By> by() {
        return Set.of(By.TEAM, By.OWNER, By.CUSTOMER);
    }

    @Override
    void add(CrmTransaction tx, Item item) {
        Customer customer = samples.customer()
                .id(item.id())
                .identifiers(new Identifier("uid", item.id().toString()))
                .contacts(SampleRecords.phone("+989120000000"))
                .createdAt(item.at())
                .team(item.team())
                .owner(item.owner())
                .build();
        tx.customers().insert(customer, SampleRecords.index(customer));
    }

    @Override
    List<Position> list(CrmTransaction tx, Reach reach, Slice slice) {
        return tx.customers().list(CustomerCriteria.within(reach), slice).stream()
                .map(CustomerListRules::position)
                .toList();
    }

    @Override
    void assertOtherReads(CrmTransaction tx, Reach reach, List<Item> all, List<Item> within) {
        for (Item item : all) {
            CustomerId id = new CustomerId(item.id());
            boolean expected = within.contains(item);
            assertEquals(expected, tx.customers().find(id, reach).isPresent(), reach::toString);
            assertEquals(
                    expected,
                    tx.customers().findByIdentifier("uid:" + item.id(), reach).isPresent(),
                    reach::toString);
        }
        assertEquals(
                positions(within),
                tx.customers().findByContact(SHARED, reach, 100).stream()
                        .map(CustomerListRules::position)
                        .toList(),
                reach::toString);
    }

    @Test
    void theOldestCustomersWithAContactAreFoundUpToTheLimit() {
        List<Item> items = items(6);
        givenItems(shuffled(items));

        List<Customer> found = read(tx -> tx.customers().findByContact(SHARED, ALL, 4));

        assertEquals(
                positions(items.subList(0, 4)),
                found.stream().map(CustomerListRules::position).toList());
    }

    @Test
    void theLimitOfCustomersWithAContactCountsOnlyThoseWithinReach() {
        Item other = new Item(NOON, samples.id(), CRYPTO, KUMAR);
        Item own = new Item(NOON.plusSeconds(1), samples.id(), FIAT, KUMAR);
        givenItems(List.of(other, own));

        List<Customer> found = read(tx -> tx.customers().findByContact(SHARED, reachOf(FIAT), 1));

        assertEquals(
                positions(own), found.stream().map(CustomerListRules::position).toList());
    }

    private static Position position(Customer customer) {
        return new Position(customer.createdAt(), customer.id().value());
    }
}
