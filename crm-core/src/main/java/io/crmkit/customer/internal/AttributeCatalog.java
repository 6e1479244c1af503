package io.crmkit.customer.internal;

import io.crmkit.customer.AttributeDefinition;
import io.crmkit.spi.storage.CrmTransaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All attributes as they are defined at the moment: the shipped ones, overlaid by the saved ones. */
final class AttributeCatalog {
    private final SortedMap<String, AttributeDefinition> byName = new TreeMap<>();

    private AttributeCatalog(List<AttributeDefinition> saved) {
        ShippedAttributes.ALL.forEach(this::put);
        saved.forEach(this::put);
    }

    static AttributeCatalog of(CrmTransaction tx) {
        return new AttributeCatalog(tx.customers().attributes());
    }

    Optional<AttributeDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    boolean isSensitive(String name) {
        return find(name).map(AttributeDefinition::sensitive).orElse(false);
    }

    /** The names of those whose values everybody sees who may read the customer. */
    Set<String> open() {
        return byName.values().stream()
                .filter(definition -> !definition.sensitive())
                .map(AttributeDefinition::name)
                .collect(Collectors.toSet());
    }

    List<AttributeDefinition> all() {
        return List.copyOf(byName.values());
    }

    private void put(AttributeDefinition definition) {
        byName.put(definition.name(), definition);
    }
}
