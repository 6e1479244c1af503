package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The keys and the texts of single attributes that customers are found by. */
final class CustomerKeys {
    private final Work work;

    CustomerKeys(Work work) {
        this.work = work;
    }

    /** What one is found by, as it is stored. */
    record Stored(Set<String> identifiers, Set<String> contacts, Map<String, String> attributes) {
        static Stored nothing() {
            return new Stored(new HashSet<>(), new HashSet<>(), new HashMap<>());
        }
    }

    void insert(UUID id, CustomerIndex index) {
        claim(index.identifiers(), id);
        work.insertAll(index.contacts().stream()
                .map(key -> CustomerContactRow.of(key, id))
                .toList());
        work.insertAll(index.attributeTexts().entrySet().stream()
                .map(text -> CustomerAttributeRow.of(id, text.getKey(), text.getValue()))
                .toList());
    }

    void replace(UUID id, CustomerIndex index) {
        replace(id, stored(List.of(id)).getOrDefault(id, Stored.nothing()), index);
    }

    void replace(UUID id, Stored before, CustomerIndex index) {
        replaceIdentifiers(id, before.identifiers(), index.identifiers());
        replaceContacts(id, before.contacts(), index.contacts());
        replaceAttributes(id, before.attributes(), index.attributeTexts());
    }

    /** Removes all that one is found by. */
    void remove(UUID id) {
        work.execute(Hql.of("delete from CrmCustomerIdentifier k").is("k.customer", id));
        work.execute(Hql.of("delete from CrmCustomerContact k").is("k.customer", id));
        work.execute(Hql.of("delete from CrmCustomerAttribute a").is("a.customer", id));
    }

    /** What some customers are found by, from all three tables at once. */
    Map<UUID, Stored> stored(Collection<UUID> ids) {
        Hql query = Hql.of("");
        query.goOn("select k.customer, 'I', k.key, '' from CrmCustomerIdentifier k where "
                + query.among("k.customer", ids)
                + " union all select k.customer, 'C', k.key, '' from CrmCustomerContact k where "
                + query.among("k.customer", ids)
                + " union all select a.customer, 'A', a.name, a.text from CrmCustomerAttribute a where "
                + query.among("a.customer", ids));
        Map<UUID, Stored> all = new HashMap<>();
        for (Object[] row : work.list(query, Object[].class)) {
            Stored stored = all.computeIfAbsent((UUID) row[0], id -> Stored.nothing());
            String key = (String) row[2];
            switch ((String) row[1]) {
                case "I" -> stored.identifiers().add(key);
                case "C" -> stored.contacts().add(key);
                default -> stored.attributes().put(key, (String) row[3]);
            }
        }
        return all;
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
}
