package io.crmkit.storage.jpa.internal.store;

import java.util.List;

/**
 * Who may be in a tier: those who go by one of some ways.
 *
 * @param ways none if nobody is
 * @param meetAll whether these are ways to all that is looked for; else some of it is compared only
 */
record Candidates(List<Way> ways, boolean meetAll) {
    /** Whether nobody may be. */
    boolean isNobody() {
        return ways.isEmpty();
    }

    /** The share of all customers that they are, roughly, from 0 to 1. */
    double share() {
        return Way.share(ways);
    }

    /** The same without anything for what nobody was seen to have. */
    double shareBySeen() {
        return Way.shareBySeen(ways);
    }

    /** The share of customers that an index has to go through for one of the ways, at most, from 0 to 1. */
    double shareOfRarest() {
        return ways.stream().mapToDouble(Way::shareOfRarest).max().orElse(1);
    }

    /** Whether all of them are known by whole lines, and found with one look each. */
    boolean haveLines() {
        return ways.stream().allMatch(Way::isLine);
    }

    /** Those of all of these; of many of them the ways are the same. */
    static Candidates union(List<Candidates> some) {
        return new Candidates(
                Way.widest(some.stream().flatMap(each -> each.ways().stream()).toList()),
                some.stream().allMatch(Candidates::meetAll));
    }
}
