package io.crmkit.storage.memory;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.Customer;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.CustomerStore;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchFeatures;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.StaleVersionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Customers and the definitions of their attributes. */
final class MemoryCustomers implements CustomerStore {
    static final Comparator<Row> BY_ID = Comparator.comparing(Row::place);
    private static final Layout<Row> CUSTOMERS = new Layout<>("customer", MemoryCustomers::listings)
            .indexed(new FeatureIndex.Rules<>(BY_ID, Row::key, row -> SearchFeatures.of(row.index())));
    private static final Layout<AttributeDefinition> ATTRIBUTES =
            new Layout<>("attribute", row -> Listings.at(Instant.EPOCH, new UUID(0, 0), row.name()));

    private final Transaction transaction;

    MemoryCustomers(Transaction transaction) {
        this.transaction = transaction;
    }

    /** A customer and what it is found by. */
    record Row(Customer customer, CustomerIndex index) {
        long version() {
            return customer.version();
        }

        String key() {
            return customer.id().toString();
        }

        /** Ordered as the ids are. */
        Place place() {
            return new Place(Instant.EPOCH, customer.id().value(), "");
        }

        boolean isIn(Reach reach) {
            return reach.covers(customer.team(), customer.owner(), Optional.of(customer.id()));
        }
    }

    /** The customer as the transaction sees it, whatever the reach. */
    static Optional<Customer> find(Transaction transaction, CustomerId id) {
        return transaction.table(CUSTOMERS).get(id.toString()).map(Row::customer);
    }

    @Override
    public void insert(Customer customer, CustomerIndex index) {
        String key = customer.id().toString();
        transaction.lockNew(CUSTOMERS, key, "id");
        claim(index.identifiers(), key);
        transaction.write(CUSTOMERS, key, new Row(customer, index));
    }

    @Override
    public void update(Customer customer, CustomerIndex index) {
        String key = customer.id().toString();
        Row next = new Row(customer, index);
        Row before = transaction.lockVersion(CUSTOMERS, key, next, Row::version);
        claim(changed(before.index(), index), key);
        transaction.write(CUSTOMERS, key, next);
    }

    /** The customers behind an id, by id. */
    List<Row> following(Optional<CustomerId> after, int limit) {
        return transaction.table(CUSTOMERS).following(after.map(CustomerId::toString), limit);
    }

    /** Replaces what a customer is found by. */
    void replace(Customer customer, CustomerIndex index) {
        String key = customer.id().toString();
        Optional<Row> found = transaction.lock(CUSTOMERS, key);
        Row before = found.filter(row -> row.version() == customer.version())
                .orElseThrow(() -> new StaleVersionException(
                        "customer " + key,
                        customer.version(),
                        found.map(Row::version).orElse(0L)));
        claim(changed(before.index(), index), key);
        transaction.write(CUSTOMERS, key, new Row(before.customer(), index));
    }

    private static Set<String> changed(CustomerIndex before, CustomerIndex after) {
        Set<String> changed = new HashSet<>(before.identifiers());
        changed.addAll(after.identifiers());
        changed.removeIf(identifier ->
                before.identifiers().contains(identifier) && after.identifiers().contains(identifier));
        return changed;
    }

    /** Also for identifiers that are given up: nobody may have them before that is certain. */
    private void claim(Set<String> identifiers, String key) {
        for (String identifier : new TreeSet<>(identifiers)) {
            if (transaction.lockUnique(CUSTOMERS, "identifier " + identifier, key)) {
                throw new DuplicateKeyException(identifier.substring(0, Math.max(0, identifier.indexOf(':'))));
            }
        }
    }

    @Override
    public Optional<Customer> find(CustomerId id, Reach reach) {
        return transaction
                .table(CUSTOMERS)
                .get(id.toString())
                .filter(row -> row.isIn(reach))
                .map(Row::customer);
    }

    @Override
    public Optional<Customer> hold(CustomerId id, Reach reach) {
        Optional<Customer> found = find(id, reach);
        found.ifPresent(customer -> transaction.hold(CUSTOMERS, id.toString()));
        return found;
    }

    /** As {@link io.crmkit.spi.storage.MergeStore#take} does. */
    static Optional<Customer> take(Transaction transaction, CustomerId id) {
        return transaction.take(CUSTOMERS, id.toString()).map(Row::customer);
    }

    /** As {@link io.crmkit.spi.storage.MergeStore#remove} does. */
    static void remove(Transaction transaction, CustomerId id) {
        String key = id.toString();
        transaction.lock(CUSTOMERS, key).ifPresent(row -> {
            row.index().identifiers().stream()
                    .sorted()
                    .forEach(identifier -> transaction.lockUnique(CUSTOMERS, "identifier " + identifier, key));
            transaction.remove(CUSTOMERS, key);
        });
    }

    @Override
    public Optional<Customer> findByIdentifier(String key, Reach reach) {
        return oldest("identifier " + key, reach, 1).stream().findFirst();
    }

    @Override
    public List<Customer> findByContact(String key, Reach reach, int limit) {
        return oldest("contact " + key, reach, limit);
    }

    private List<Customer> oldest(String group, Reach reach, int limit) {
        Slice slice = Slice.first(SortOrder.OLDEST_FIRST, limit);
        return customers(Walk.of(transaction.table(CUSTOMERS), group).list(slice, row -> row.isIn(reach)));
    }

    @Override
    public List<Customer> list(CustomerCriteria criteria, Slice slice) {
        return customers(walk(transaction, criteria).list(slice, row -> criteria.wants(row.customer())));
    }

    /** The shortest way through the wanted customers; there may be others beside it. */
    static Walk<Row> walk(Transaction transaction, CustomerCriteria criteria) {
        Walk<Row> walk = Walk.all(transaction.table(CUSTOMERS));
        criteria.team().ifPresent(team -> walk.within("team " + team));
        criteria.tier().ifPresent(tier -> walk.within("tier " + tier));
        criteria.flag().ifPresent(flag -> walk.within("flag " + flag));
        Reach reach = criteria.reach();
        if (!reach.everything()) {
            List<String> groups = new ArrayList<>();
            reach.teams().forEach(team -> groups.add("team " + team));
            reach.owner().ifPresent(owner -> groups.add("owner " + owner));
            reach.customer().ifPresent(id -> groups.add("id " + id));
            walk.within(groups);
        }
        return walk;
    }

    @Override
    public CustomerMatches search(CustomerSearch search) {
        Table<Row> customers = transaction.table(CUSTOMERS);
        return new CustomerSearcher(customers.index(), customers.isCurrent(), search).answer();
    }

    @Override
    public void saveAttribute(AttributeDefinition definition) {
        transaction.lock(ATTRIBUTES, definition.name());
        transaction.write(ATTRIBUTES, definition.name(), definition);
    }

    @Override
    public List<AttributeDefinition> attributes() {
        return transaction.table(ATTRIBUTES).rows();
    }

    private static List<Customer> customers(List<Row> rows) {
        return rows.stream().map(Row::customer).toList();
    }

    private static Listings listings(Row row) {
        Customer customer = row.customer();
        String key = customer.id().toString();
        Listings listings = Listings.at(customer.createdAt(), customer.id().value(), key)
                .in("id " + key)
                .in("team " + customer.team())
                .in("tier " + customer.tier());
        customer.owner().ifPresent(owner -> listings.in("owner " + owner));
        customer.flags().forEach(flag -> listings.in("flag " + flag));
        row.index().identifiers().forEach(identifier -> listings.in("identifier " + identifier));
        row.index().contacts().forEach(contact -> listings.in("contact " + contact));
        return listings;
    }
}
