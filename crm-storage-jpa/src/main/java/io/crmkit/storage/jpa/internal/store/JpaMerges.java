package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.MergeId;
import io.crmkit.spi.storage.MergeRecord;
import io.crmkit.spi.storage.MergeStore;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.List;
import java.util.Optional;

/** Merges of customers. */
final class JpaMerges implements MergeStore {
    private static final Work.UniqueKey HOLDS_FOR = new Work.UniqueKey("customer_merge_uq", "merged");

    private final Work work;
    private final JpaCustomers customers;

    JpaMerges(Work work, JpaCustomers customers) {
        this.work = work;
        this.customers = customers;
    }

    @Override
    public Optional<Customer> take(CustomerId id) {
        return customers.take(id);
    }

    @Override
    public void remove(CustomerId taken) {
        customers.remove(taken);
    }

    @Override
    public void insert(MergeRecord merge) {
        work.insert(CustomerMergeRow.of(merge), HOLDS_FOR);
    }

    @Override
    public void update(MergeRecord merge) {
        CustomerMergeRow row = CustomerMergeRow.of(merge);
        row.version = merge.version() - 1;
        work.update(
                row,
                "merge " + merge.id(),
                row.version,
                () -> work.first(
                        Hql.of("select m.version from CrmCustomerMerge m").is("m.id", row.id), Long.class));
    }

    @Override
    public Optional<MergeRecord> find(MergeId id) {
        return work.get(CustomerMergeRow.class, id.value()).map(CustomerMergeRow::toMerge);
    }

    @Override
    public Optional<MergeRecord> findByMerged(CustomerId merged) {
        return work.first(
                        Hql.of("select m from CrmCustomerMerge m").is("m.holdsFor", merged.value()),
                        CustomerMergeRow.class)
                .map(CustomerMergeRow::toMerge);
    }

    @Override
    public List<MergeRecord> into(CustomerId survivor) {
        Hql query = Hql.of("select m from CrmCustomerMerge m")
                .is("m.survivor", survivor.value())
                .and("m.holdsFor is not null")
                .orderBy("m.at, m.id");
        return work.list(query, CustomerMergeRow.class).stream()
                .map(CustomerMergeRow::toMerge)
                .toList();
    }

    @Override
    public void move(MergeRecord merge) {
        new MergedRows(work, merge).move();
    }

    @Override
    public void moveBack(MergeRecord merge) {
        new MergedRows(work, merge).moveBack();
    }
}
