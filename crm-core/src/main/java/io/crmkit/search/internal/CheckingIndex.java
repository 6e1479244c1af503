package io.crmkit.search.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.internal.CustomerIndexes;
import io.crmkit.id.IdText;
import io.crmkit.page.PageRequest;
import io.crmkit.search.IndexCheck;
import io.crmkit.spi.storage.CustomerIndexStore;
import io.crmkit.spi.storage.IndexedCustomer;
import java.util.List;
import java.util.Optional;

/** Compares what customers are found by with what they are, a page of customers at a time, by their ids. */
final class CheckingIndex {
    private final CustomerIndexStore store;
    private final PageRequest page;

    CheckingIndex(CustomerIndexStore store, PageRequest page) {
        this.store = store;
        this.page = page;
    }

    /** Says what is stale. */
    IndexCheck verify() {
        List<IndexedCustomer> customers = customers();
        return check(customers, stale(customers));
    }

    /** The same, and puts right what is not. */
    IndexCheck rebuild() {
        List<IndexedCustomer> customers = customers();
        List<IndexedCustomer> stale = stale(customers);
        if (!stale.isEmpty()) {
            store.replace(stale.stream()
                    .map(each -> new IndexedCustomer(each.customer(), Optional.of(CustomerIndexes.of(each.customer()))))
                    .toList());
        }
        return check(customers, stale);
    }

    private List<IndexedCustomer> customers() {
        Optional<CustomerId> after = page.cursor().map(text -> new CustomerId(IdText.parse("cursor", text)));
        return store.list(after, page.size() + 1);
    }

    private List<IndexedCustomer> stale(List<IndexedCustomer> customers) {
        return customers.stream()
                .limit(page.size())
                .filter(each -> !each.index().equals(Optional.of(CustomerIndexes.of(each.customer()))))
                .toList();
    }

    private IndexCheck check(List<IndexedCustomer> customers, List<IndexedCustomer> stale) {
        int looked = Math.min(page.size(), customers.size());
        Optional<PageRequest> next = Optional.of(customers)
                .filter(all -> all.size() > looked)
                .map(all -> all.get(looked - 1).customer().id())
                .map(last -> PageRequest.after(IdText.of(last.value()), page.size()));
        return new IndexCheck(
                looked,
                stale.stream().map(IndexedCustomer::customer).map(Customer::id).toList(),
                next);
    }
}
