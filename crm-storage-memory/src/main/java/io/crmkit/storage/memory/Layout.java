package io.crmkit.storage.memory;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What makes one table: what a row of it is called and where it is listed. Compared by identity. */
final class Layout<V> {
    private final String name;
    private final Function<V, Listings> listings;
    private final Optional<FeatureIndex.Rules<V>> rules;

    Layout(String name, Function<V, Listings> listings) {
        this(name, listings, Optional.empty());
    }

    private Layout(String name, Function<V, Listings> listings, Optional<FeatureIndex.Rules<V>> rules) {
        this.name = name;
        this.listings = listings;
        this.rules = rules;
    }

    /** The same, whose rows are indexed too. */
    Layout<V> indexed(FeatureIndex.Rules<V> by) {
        return new Layout<>(name, listings, Optional.of(by));
    }

    Optional<FeatureIndex.Rules<V>> rules() {
        return rules;
    }

    String name() {
        return name;
    }

    Map<String, Place> places(V row) {
        return listings.apply(row).places();
    }
}
