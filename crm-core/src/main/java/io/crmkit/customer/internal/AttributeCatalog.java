package io.crmkit.customer.internal;

import io.crmkit.customer.AttributeDefinition;
import io.crmkit.spi.storage.CrmTransaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All attributes as they are defined at the moment: the shipped ones, overlaid by the saved ones, which are read when
 * somebody asks for the first time.
 */
final class AttributeCatalog {
    private final CrmTransaction tx;
    private @Nullable SortedMap<String, AttributeDefinition> known;

    private AttributeCatalog(CrmTransaction tx) {
        this.tx = tx;
    }

    static AttributeCatalog of(CrmTransaction tx) {
        return new AttributeCatalog(tx);
    }

    Optional<AttributeDefinition> find(String name) {
        return Optional.ofNullable(byName().get(name));
    }

    boolean isSensitive(String name) {
        return find(name).map(AttributeDefinition::sensitive).orElse(false);
    }

    /** The names of those whose values everybody sees who may read the customer. */
    Set<String> open() {
        return byName().values().stream()
                .filter(definition -> !definition.sensitive())
                .map(AttributeDefinition::name)
                .collect(Collectors.toSet());
    }

    List<AttributeDefinition> all() {
        return List.copyOf(byName().values());
    }

    private SortedMap<String, AttributeDefinition> byName() {
        SortedMap<String, AttributeDefinition> byName = known;
        if (byName == null) {
            byName = new TreeMap<>();
            for (AttributeDefinition shipped : ShippedAttributes.ALL) {
                byName.put(shipped.name(), shipped);
            }
            for (AttributeDefinition saved : tx.customers().attributes()) {
                byName.put(saved.name(), saved);
            }
            known = byName;
        }
        return byName;
    }
}
