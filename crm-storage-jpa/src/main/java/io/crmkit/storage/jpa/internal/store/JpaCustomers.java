package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.Customer;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerIndex;
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

/** Customers and the definitions of their attributes. */
final class JpaCustomers implements CustomerStore {
    private final Work work;

    JpaCustomers(Work work) {
        this.work = work;
    }

    @Override
    public void insert(Customer customer, CustomerIndex index) {
        UUID id = customer.id().value();
        work.insert(CustomerRow.of(customer, index));
        claim(index.identifiers(), id);
        index.contacts().forEach(key -> work.insert(CustomerContactRow.of(key, id)));
        index.attributeTexts().forEach((name, text) -> work.insert(CustomerAttributeRow.of(id, name, text)));
    }

    @Override
    public void update(Customer customer, CustomerIndex index) {
        UUID id = customer.id().value();
        CustomerRow row = CustomerRow.of(customer, index);
        row.version = customer.version() - 1;
        work.update(
                row,
                "customer " + customer.id(),
                row.version,
                () -> work.first(Hql.of("select c.version from CrmCustomer c").is("c.id", id), Long.class));
        replaceIdentifiers(id, index.identifiers());
        replaceContacts(id, index.contacts());
        replaceAttributes(id, index.attributeTexts());
    }

    private void replaceIdentifiers(UUID id, Set<String> wanted) {
        List<String> before = keys("CrmCustomerIdentifier", id);
        before.stream()
                .filter(key -> !wanted.contains(key))
                .sorted()
                .forEach(key -> work.execute(Hql.of("delete from CrmCustomerIdentifier k")
                        .is("k.key", key)
                        .is("k.customer", id)));
        Set<String> added = new HashSet<>(wanted);
        before.forEach(added::remove);
        claim(added, id);
    }

    private void replaceContacts(UUID id, Set<String> wanted) {
        List<String> before = keys("CrmCustomerContact", id);
        before.stream()
                .filter(key -> !wanted.contains(key))
                .forEach(key -> work.execute(Hql.of("delete from CrmCustomerContact k")
                        .is("k.key", key)
                        .is("k.customer", id)));
        wanted.stream()
                .filter(key -> !before.contains(key))
                .forEach(key -> work.insert(CustomerContactRow.of(key, id)));
    }

    private void replaceAttributes(UUID id, Map<String, String> wanted) {
        Map<String, String> before = new HashMap<>();
        work.list(Hql.of("select a from CrmCustomerAttribute a").is("a.customer", id), CustomerAttributeRow.class)
                .forEach(row -> before.put(row.name, row.text));
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

    private List<String> keys(String entity, UUID customer) {
        return work.list(Hql.of("select k.key from " + entity + " k").is("k.customer", customer), String.class);
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
        return one(within(reach).is("c.id", id.value()));
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
        Hql query = within(criteria.reach())
                .is("c.tier", criteria.tier().map(Enum::name))
                .is("c.team", criteria.team().map(Object::toString));
        criteria.flag().ifPresent(flag -> query.contains("c.flags", CustomerRow.flag(flag)));
        criteria.terms().forEach(term -> query.and(found(query, term, criteria)));
        return customers(query.slice(slice, "c.createdAt", "c.id"));
    }

    private static String found(Hql query, String term, CustomerCriteria criteria) {
        String inContacts = query.containing("c.contactText", term) + " and " + reached(query, criteria.contactReach());
        String open = criteria.openAttributes().isEmpty() ? "1 = 0" : query.among("a.name", criteria.openAttributes());
        String inAttributes = "exists (select 1 from CrmCustomerAttribute a where a.customer = c.id and "
                + query.containing("a.text", term) + " and (" + open + " or "
                + reached(query, criteria.sensitiveReach()) + "))";
        return "(" + query.containing("c.openText", term) + " or " + inContacts + " or " + inAttributes + ")";
    }

    private static String reached(Hql query, Reach reach) {
        return query.within(reach, "c.team", "c.owner", "c.id");
    }

    private static Hql within(Reach reach) {
        return within(Hql.of("select c from CrmCustomer c"), reach);
    }

    private static Hql within(Hql query, Reach reach) {
        return query.reach(reach, "c.team", "c.owner", "c.id");
    }

    private Optional<Customer> one(Hql query) {
        return work.list(query, CustomerRow.class).stream().findFirst().map(CustomerRow::toCustomer);
    }

    private List<Customer> customers(Hql query) {
        return work.list(query, CustomerRow.class).stream()
                .map(CustomerRow::toCustomer)
                .toList();
    }

    @Override
    public void saveAttribute(AttributeDefinition definition) {
        work.save(AttributeRow.of(definition));
    }

    @Override
    public List<AttributeDefinition> attributes() {
        return work.list(Hql.of("select a from CrmAttribute a"), AttributeRow.class).stream()
                .map(AttributeRow::toDefinition)
                .sorted(Comparator.comparing(AttributeDefinition::name))
                .toList();
    }
}
