package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.Customer;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.CustomerStore;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers and the definitions of their attributes. */
final class JpaCustomers implements CustomerStore {
    private final Work work;
    private final SearchTables tables;
    private final CustomerKeys keys;
    private final SearchDocuments documents;
    private final Remembered<AttributeDefinition> definitions = new Remembered<>();
    /** The last one found, since one command asks for its customer more than once. */
    private @Nullable Customer last;
    /** The last one that was held. */
    private @Nullable Customer held;

    JpaCustomers(Work work, SearchTables tables) {
        this.work = work;
        this.tables = tables;
        this.keys = new CustomerKeys(work);
        this.documents = new SearchDocuments(work, tables);
    }

    @Override
    public void insert(Customer customer, CustomerIndex index) {
        UUID id = customer.id().value();
        last = null;
        work.insert(CustomerRow.of(customer));
        keys.insert(id, index);
        documents.insert(customer, index);
    }

    @Override
    public void update(Customer customer, CustomerIndex index) {
        UUID id = customer.id().value();
        last = null;
        held = null;
        CustomerRow row = CustomerRow.of(customer);
        row.version = customer.version() - 1;
        work.update(
                row,
                "customer " + customer.id(),
                row.version,
                () -> work.first(Hql.of("select c.version from CrmCustomer c").is("c.id", id), Long.class));
        keys.replace(id, index);
        documents.update(customer, index);
    }

    @Override
    public Optional<Customer> find(CustomerId id, Reach reach) {
        work.check();
        Customer known = last;
        if (known != null && known.id().equals(id)) {
            return Optional.of(known).filter(c -> reach.covers(c.team(), c.owner(), Optional.of(id)));
        }
        Optional<Customer> found = one(within(reach).is("c.id", id.value()));
        last = found.orElse(null);
        return found;
    }

    @Override
    public Optional<Customer> hold(CustomerId id, Reach reach) {
        work.check();
        Customer known = held;
        if (known != null && known.id().equals(id)) {
            return Optional.of(known).filter(c -> reach.covers(c.team(), c.owner(), Optional.of(id)));
        }
        Optional<Customer> found = one(work.share(within(reach).is("c.id", id.value()), CustomerRow.class));
        // MariaDB locks what is there now, and reads what was there when the transaction began.
        if (found.isEmpty() && find(id, reach).isPresent()) {
            throw work.lostRace("customer " + id + " was taken by somebody else meanwhile");
        }
        held = found.orElse(null);
        last = found.or(() -> Optional.ofNullable(last)).orElse(null);
        return found;
    }

    /** As {@link io.crmkit.spi.storage.MergeStore#take} does. */
    Optional<Customer> take(CustomerId id) {
        last = null;
        return one(work.seize(within(Reach.all()).is("c.id", id.value()), CustomerRow.class));
    }

    /** As {@link io.crmkit.spi.storage.MergeStore#remove} does. */
    void remove(CustomerId id) {
        last = null;
        documents.remove(List.of(id.value()));
        keys.remove(id.value());
        work.execute(Hql.of("delete from CrmCustomer c").is("c.id", id.value()));
    }

    @Override
    public Optional<Customer> findByIdentifier(String key, Reach reach) {
        return one(
                within(Hql.of("select c from CrmCustomer c join CrmCustomerIdentifier k on k.customer = c.id"), reach)
                        .is("k.key", key));
    }

    @Override
    public List<Customer> findByContact(String key, Reach reach, int limit) {
        Hql query = Hql.of("select c from CrmCustomer c join CrmCustomerContact k on k.customer = c.id");
        return customers(within(query, reach)
                .is("k.key", key)
                .slice(Slice.first(SortOrder.OLDEST_FIRST, limit), "c.createdAt", "c.id"));
    }

    @Override
    public List<Customer> list(CustomerCriteria criteria, Slice slice) {
        return customers(wanted(within(criteria.reach()), criteria).slice(slice, "c.createdAt", "c.id"));
    }

    @Override
    public CustomerMatches search(CustomerSearch search) {
        return new CustomerSearcher(work, tables, search).answer();
    }

    /** What is wanted but for the reach. */
    private static Hql wanted(Hql query, CustomerCriteria criteria) {
        query.is("c.tier", criteria.tier().map(Enum::name))
                .is("c.team", criteria.team().map(Object::toString));
        criteria.flag().ifPresent(flag -> query.contains("c.flags", CustomerRow.flag(flag)));
        return query;
    }

    private static Hql within(Reach reach) {
        return within(Hql.of("select c from CrmCustomer c"), reach);
    }

    private static Hql within(Hql query, Reach reach) {
        return query.reach(reach, "c.team", "c.owner", "c.id");
    }

    private Optional<Customer> one(Hql query) {
        return one(work.list(query, CustomerRow.class));
    }

    private static Optional<Customer> one(List<CustomerRow> rows) {
        return rows.stream().findFirst().map(CustomerRow::toCustomer);
    }

    private List<Customer> customers(Hql query) {
        return work.list(query, CustomerRow.class).stream()
                .map(CustomerRow::toCustomer)
                .toList();
    }

    @Override
    public void saveAttribute(AttributeDefinition definition) {
        definitions.forget();
        work.save(AttributeRow.of(definition));
    }

    @Override
    public List<AttributeDefinition> attributes() {
        return definitions.get(
                work,
                () -> work.list(Hql.of("select a from CrmAttribute a"), AttributeRow.class).stream()
                        .map(AttributeRow::toDefinition)
                        .sorted(Comparator.comparing(AttributeDefinition::name))
                        .toList());
    }
}
