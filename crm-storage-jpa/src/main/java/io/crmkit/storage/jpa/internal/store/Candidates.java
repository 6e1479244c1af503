package io.crmkit.storage.jpa.internal.store;

import java.util.List;

/**
 * Who may be in a tier: those who go by one of some ways.
 *
 * @param ways at least one
 */
record Candidates(List<Way> ways) {
    /** The share of all customers that they are, roughly, from 0 to 1. */
    double share() {
        return Way.share(ways);
    }

    /** Those of all of these; of many of them the ways are the same. */
    static Candidates union(List<Candidates> some) {
        return new Candidates(
                Way.widest(some.stream().flatMap(each -> each.ways().stream()).toList()));
    }
}
