package io.crmkit.verify.customer;

import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.page.PageRequest;
import io.crmkit.search.IndexCheck;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.IndexedCustomer;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.verify.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What customers are searched by can be checked and made anew, a page at a time. */
class IndexTest {
    private static final int CUSTOMERS = 10;

    private final CrmStorage storage = MemoryStorage.create();
    private final Desk desk = new Desk(storage);
    private final CrmSession host = desk.host();
    private final List<Customer> customers = new ArrayList<>();

    IndexTest() {
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(host.customers()
                    .register(RegisterCustomer.named("کاربر" + i, "").username("user" + i)));
        }
    }

    /** As an earlier version of the library would have left it, or somebody who changed rows by hand. */
    private void spoil(Customer customer, CustomerIndex index) {
        IndexedCustomer spoilt = new IndexedCustomer(customer, Optional.of(index));
        storage.inTransaction(tx -> {
            tx.customerIndex().replace(List.of(spoilt));
            return spoilt;
        });
    }

    private void spoil(Customer customer) {
        spoil(customer, new CustomerIndex(Set.of(), Set.of(), "", "", Map.of()));
    }

    private List<CustomerId> found(String typed) {
        return host.customers().suggest(typed, 50).customers().stream()
                .map(Customer::id)
                .toList();
    }

    @Test
    void whatWasRegisteredIsNotStale() {
        IndexCheck check = host.search().verifyIndex(PageRequest.first());

        assertThat(check).isEqualTo(new IndexCheck(CUSTOMERS, List.of(), Optional.empty()));
    }

    @Test
    void aCheckNamesWhoIsStaleAndChangesNothing() {
        spoil(customers.get(3));

        IndexCheck check = host.search().verifyIndex(PageRequest.first());

        assertThat(check.stale()).containsExactly(customers.get(3).id());
        assertThat(host.search().verifyIndex(PageRequest.first())).isEqualTo(check);
        assertThat(found("کاربر3")).doesNotContain(customers.get(3).id());
    }

    @Test
    void afterARebuildEverybodyIsFoundAndNothingElseChanged() {
        spoil(customers.get(3));

        IndexCheck check = host.search().rebuildIndex(PageRequest.first());

        assertThat(check.stale()).containsExactly(customers.get(3).id());
        assertThat(found("کاربر3")).containsExactly(customers.get(3).id());
        assertThat(found("user3")).containsExactly(customers.get(3).id());
        assertThat(host.customers().get(customers.get(3).id())).isEqualTo(customers.get(3));
        assertThat(host.search().verifyIndex(PageRequest.first()).stale()).isEmpty();
        assertThat(host.customers()
                        .history(customers.get(3).id(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void textsThatWereMadeByOtherRulesAreStaleEvenIfTheyAreTheSame() {
        Customer customer = customers.get(5);
        CustomerIndex now = storage.inTransaction(tx -> tx.customerIndex().list(Optional.empty(), CUSTOMERS)).stream()
                .filter(each -> each.customer().equals(customer))
                .findFirst()
                .flatMap(IndexedCustomer::index)
                .orElseThrow();
        spoil(
                customer,
                new CustomerIndex(
                        now.identifiers(),
                        now.contacts(),
                        now.openText(),
                        now.contactText(),
                        now.attributeTexts(),
                        now.version() - 1));

        assertThat(host.search().verifyIndex(PageRequest.first()).stale()).containsExactly(customer.id());
        assertThat(found("کاربر5")).as("until then").containsExactly(customer.id());
    }

    @Test
    void aRebuildGoesOnWhereItStopped() {
        customers.forEach(this::spoil);
        List<Integer> made = new ArrayList<>();
        Optional<PageRequest> page = Optional.of(PageRequest.first(4));
        while (page.isPresent()) {
            IndexCheck check = host.search().rebuildIndex(page.get());
            made.add(check.stale().size());
            page = check.next();
        }

        assertThat(made).containsExactly(4, 4, 2);
        assertThat(host.search().verifyIndex(PageRequest.first()).stale()).isEmpty();
    }

    @Test
    void aCursorOfSomethingElseIsRefused() {
        PageRequest page = PageRequest.after("VALUE-1", 10);

        assertThat(refusedFields(() -> host.search().verifyIndex(page))).containsExactly("cursor");
        assertThat(refusedFields(() -> host.search().rebuildIndex(page))).containsExactly("cursor");
    }
}
