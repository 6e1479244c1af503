package io.crmkit.storage.memory;

import java.util.Map;
import java.util.function.Function;

/** What makes one table: what a row of it is called and where it is listed. Compared by identity. */
final class Layout<V> {
    private final String name;
    private final Function<V, Listings> listings;

    Layout(String name, Function<V, Listings> listings) {
        this.name = name;
        this.listings = listings;
    }

    String name() {
        return name;
    }

    Map<String, Place> places(V row) {
        return listings.apply(row).places();
    }
}
