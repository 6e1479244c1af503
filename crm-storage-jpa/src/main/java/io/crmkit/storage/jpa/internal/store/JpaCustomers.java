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
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers and the definitions of their attributes. */
final class JpaCustomers implements CustomerStore {
    private final Work work;
    private final Remembered<AttributeDefinition> definitions = new Remembered<>();
    /** The last one found, since one command asks for its customer more than once. */
    private @Nullable Customer last;

    private @Nullable Customer held;

    JpaCustomers(Work work) {
        this.work = work;
    }

    @Override
    public void insert(Customer customer, CustomerIndex index) {
        UUID id = customer.id().value();
        last = null;
        work.insert(CustomerRow.of(customer, index));
        claim(index.identifiers(), id);
        work.insertAll(index.contacts().stream()
                .map(key -> CustomerContactRow.of(key, id))
                .toList());
        work.insertAll(index.attributeTexts().entrySet().stream()
                .map(text -> CustomerAttributeRow.of(id, text.getKey(), text.getValue()))
                .toList());
    }

    @Override
    public void update(Customer customer, CustomerIndex index) {
        UUID id = customer.id().value();
        last = null;
        held = null;
        CustomerRow row = CustomerRow.of(customer, index);
        row.version = customer.version() - 1;
        work.update(
                row,
                "customer " + customer.id(),
                row.version,
                () -> work.first(Hql.of("select c.version from CrmCustomer c").is("c.id", id), Long.class));
        Keys before = keys(id);
        replaceIdentifiers(id, before.identifiers(), index.identifiers());
        replaceContacts(id, before.contacts(), index.contacts());
        replaceAttributes(id, before.attributes(), index.attributeTexts());
    }

    /** What a customer is found by, as it is stored. */
    private record Keys(Set<String> identifiers, Set<String> contacts, Map<String, String> attributes) {}

    /** From all three tables at once. */
    private Keys keys(UUID id) {
        Hql query = Hql.of("select 'I', k.key, '' from CrmCustomerIdentifier k where k.customer = :id"
                        + " union all select 'C', k.key, '' from CrmCustomerContact k where k.customer = :id"
                        + " union all select 'A', a.name, a.text from CrmCustomerAttribute a where a.customer = :id")
                .with("id", id);
        Keys keys = new Keys(new HashSet<>(), new HashSet<>(), new HashMap<>());
        for (Object[] row : work.list(query, Object[].class)) {
            String key = (String) row[1];
            switch ((String) row[0]) {
                case "I" -> keys.identifiers().add(key);
                case "C" -> keys.contacts().add(key);
                default -> keys.attributes().put(key, (String) row[2]);
            }
        }
        return keys;
    }

    private void replaceIdentifiers(UUID id, Set<String> before, Set<String> wanted) {
        before.stream()
                .filter(key -> !wanted.contains(key))
                .sorted()
                .forEach(key -> work.execute(Hql.of("delete from CrmCustomerIdentifier k")
                        .is("k.key", key)
                        .is("k.customer", id)));
        Set<String> added = new HashSet<>(wanted);
        added.removeAll(before);
        claim(added, id);
    }

    private void replaceContacts(UUID id, Set<String> before, Set<String> wanted) {
        before.stream()
                .filter(key -> !wanted.contains(key))
                .forEach(key -> work.execute(Hql.of("delete from CrmCustomerContact k")
                        .is("k.key", key)
                        .is("k.customer", id)));
        work.insertAll(wanted.stream()
                .filter(key -> !before.contains(key))
                .map(key -> CustomerContactRow.of(key, id))
                .toList());
    }

    private void replaceAttributes(UUID id, Map<String, String> before, Map<String, String> wanted) {
        before.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> work.execute(Hql.of("delete from CrmCustomerAttribute a")
                        .is("a.customer", id)
                        .is("a.name", name)));
        wanted.forEach((name, text) -> {
            if (!text.equals(before.get(name))) {
                work.save(CustomerAttributeRow.of(id, name, text));
            }
        });
    }

    /** In one order for all, so that no two wait for each other. */
    private void claim(Set<String> identifiers, UUID customer) {
        for (String key : new TreeSet<>(identifiers)) {
            try {
                work.insert(CustomerIdentifierRow.of(key, customer));
            } catch (DuplicateKeyException e) {
                throw new DuplicateKeyException(key.substring(0, Math.max(0, key.indexOf(':'))));
            }
        }
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
        work.execute(Hql.of("delete from CrmCustomerIdentifier k").is("k.customer", id.value()));
        work.execute(Hql.of("delete from CrmCustomerContact k").is("k.customer", id.value()));
        work.execute(Hql.of("delete from CrmCustomerAttribute a").is("a.customer", id.value()));
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
        return new CustomerSearcher(work, search).answer();
    }

    /** What is wanted but for the reach. */
    static Hql wanted(Hql query, CustomerCriteria criteria) {
        query.is("c.tier", criteria.tier().map(Enum::name))
                .is("c.team", criteria.team().map(Object::toString));
        criteria.flag().ifPresent(flag -> query.contains("c.flags", CustomerRow.flag(flag)));
        return query;
    }

    private static Hql within(Reach reach) {
        return within(Hql.of("select c from CrmCustomer c"), reach);
    }

    static Hql within(Hql query, Reach reach) {
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
