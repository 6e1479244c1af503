package io.crmkit.storage.memory;

import io.crmkit.actor.CustomerId;
import io.crmkit.spi.storage.CustomerIndexStore;
import io.crmkit.spi.storage.IndexedCustomer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What customers are found by; the index over it is made of it and cannot differ. */
final class MemoryCustomerIndex implements CustomerIndexStore {
    private final MemoryCustomers customers;

    MemoryCustomerIndex(Transaction transaction) {
        this.customers = new MemoryCustomers(transaction);
    }

    @Override
    public List<IndexedCustomer> list(Optional<CustomerId> after, int limit) {
        return customers.following(after, limit).stream()
                .map(row -> new IndexedCustomer(row.customer(), Optional.of(row.index())))
                .toList();
    }

    @Override
    public void replace(List<IndexedCustomer> some) {
        some.stream()
                .sorted(Comparator.comparing(each -> each.customer().id().toString()))
                .forEach(each -> customers.replace(each.customer(), each.index().orElseThrow()));
    }
}
