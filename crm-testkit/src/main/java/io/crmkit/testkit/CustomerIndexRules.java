package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.IndexedCustomer;
import io.crmkit.spi.storage.StaleVersionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What customers are found by can be looked at, and made anew. */
abstract class CustomerIndexRules extends SearchRules {
    private static final CustomerIndex BEFORE = new CustomerIndex(
            Set.of("username:before"),
            Set.of("PHONE:1", "EMAIL:before"),
            "\n\u0002before\u0003\n",
            "قبل 🙂",
            Map.of(DOCUMENT, "முன்", "city", "x"),
            7);
    private static final CustomerIndex AFTER = new CustomerIndex(
            Set.of("username:after"), Set.of("PHONE:1", "PHONE:2"), "after", "بعد", Map.of(DOCUMENT, "பின்"), 8);

    private Customer givenIndexed(CustomerIndex index) {
        Customer customer = samples.customer().build();
        write(tx -> tx.customers().insert(customer, index));
        return customer;
    }

    private List<IndexedCustomer> listed(Optional<CustomerId> after, int limit) {
        return read(tx -> tx.customerIndex().list(after, limit));
    }

    private static IndexedCustomer indexed(Customer customer, CustomerIndex index) {
        return new IndexedCustomer(customer, Optional.of(index));
    }

    private void replace(IndexedCustomer... customers) {
        write(tx -> tx.customerIndex().replace(List.of(customers)));
    }

    @Test
    void customersAreListedByIdWithWhatTheyAreFoundBy() {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            customers.add(samples.customer().build());
        }
        List<Customer> shuffled = new ArrayList<>(customers);
        Collections.shuffle(shuffled, new Random(3));
        write(tx -> shuffled.forEach(customer -> tx.customers().insert(customer, SampleRecords.index(customer))));
        List<IndexedCustomer> all = customers.stream()
                .map(customer -> indexed(customer, SampleRecords.index(customer)))
                .toList();

        assertEquals(all, listed(Optional.empty(), 100));
        assertEquals(all.subList(0, 2), listed(Optional.empty(), 2));
        assertEquals(all.subList(2, 4), listed(Optional.of(customers.get(1).id()), 2));
        assertEquals(List.of(), listed(Optional.of(customers.get(4).id()), 2));
    }

    @Test
    void whatIsStoredWithACustomerComesBackAsItWas() {
        Customer customer = givenIndexed(BEFORE);

        assertEquals(List.of(indexed(customer, BEFORE)), listed(Optional.empty(), 1));
    }

    /** Drivers read what a statement returns in another form once it was sent a few times. */
    @Test
    void whatIsListedStaysTheSameHoweverOftenItIsAskedFor() {
        Customer customer = givenIndexed(BEFORE);

        List<List<IndexedCustomer>> lists = read(tx -> {
            List<List<IndexedCustomer>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(tx.customerIndex().list(Optional.empty(), 1));
            }
            return all;
        });

        assertEquals(Collections.nCopies(20, List.of(indexed(customer, BEFORE))), lists);
    }

    @Test
    void anUpdateReplacesTheVersionOfTheTextsToo() {
        Customer changed = CustomerSample.after(givenIndexed(BEFORE)).build();

        write(tx -> tx.customers().update(changed, AFTER));

        assertEquals(List.of(indexed(changed, AFTER)), listed(Optional.empty(), 1));
    }

    @Test
    void whatWasReplacedFindsNobodyAndTheCustomerStaysAsItWas() {
        Customer customer = givenIndexed(BEFORE);
        Customer other = givenTexts(FIAT, "other", "", "");

        replace(indexed(customer, AFTER));

        assertEquals(
                List.of(indexed(customer, AFTER), indexed(other, index("other", "", ""))), listed(Optional.empty(), 2));
        assertEquals(List.of(customer), found(EVERYTHING, "after", "بعد", "பின்"));
        assertEquals(List.of(), found(EVERYTHING, "before"));
        assertEquals(List.of(), found(EVERYTHING, "قبل"));
        assertEquals(List.of(), found(EVERYTHING, "முன்"));
        assertEquals(Optional.of(customer), read(tx -> tx.customers().findByIdentifier("username:after", ALL)));
        assertEquals(Optional.empty(), read(tx -> tx.customers().findByIdentifier("username:before", ALL)));
        assertEquals(List.of(customer), read(tx -> tx.customers().findByContact("PHONE:2", ALL, 10)));
        assertEquals(List.of(), read(tx -> tx.customers().findByContact("EMAIL:before", ALL, 10)));
    }

    @Test
    void severalAreReplacedAtOnceAndAgain() {
        Customer one = givenTexts(FIAT, "one", "", "");
        Customer two = givenTexts(FIAT, "two", "", "");

        replace(indexed(one, index("after one", "", "")), indexed(two, index("after two", "", "")));
        replace(indexed(two, index("again", "", "")), indexed(one, index("again", "", "")));

        assertEquals(List.of(), found(EVERYTHING, "after"));
        assertEquals(List.of(two, one), found(EVERYTHING, "again"));
    }

    @Test
    void aTransactionSeesWhatItReplacedAndNothingIsLeftOfWhatWasTakenBack() {
        Customer customer = givenIndexed(BEFORE);

        assertThrows(
                IllegalArgumentException.class,
                () -> write(tx -> {
                    tx.customerIndex().replace(List.of(indexed(customer, AFTER)));
                    assertEquals(List.of(customer), found(tx, search(EVERYTHING, tier("after"))));
                    throw new IllegalArgumentException("planned");
                }));

        assertEquals(List.of(indexed(customer, BEFORE)), listed(Optional.empty(), 1));
        assertEquals(List.of(customer), found(EVERYTHING, "before"));
    }

    @Test
    void theIndexOfAnotherVersionIsRefused() {
        Customer customer = givenIndexed(BEFORE);
        Customer changed = CustomerSample.after(customer).build();
        write(tx -> tx.customers().update(changed, BEFORE));

        StaleVersionException refused =
                assertThrows(StaleVersionException.class, () -> replace(indexed(customer, AFTER)));

        assertEquals(1, refused.expected());
        assertEquals(2, refused.found());
        assertEquals(
                List.of(customer.id()),
                found(EVERYTHING, "before").stream().map(Customer::id).toList());
    }

    @Test
    void theIdentifierOfAnotherCustomerIsRefused() {
        Customer customer = givenIndexed(BEFORE);
        givenIndexed(AFTER);

        DuplicateKeyException refused =
                assertThrows(DuplicateKeyException.class, () -> replace(indexed(customer, AFTER)));

        assertEquals("username", refused.key());
    }
}
