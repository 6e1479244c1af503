package io.crmkit.storage.jpa.internal.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Who may be in a tier: those who go by one way of each of some choices.
 *
 * @param choices at least one, each of at least one way
 */
record Candidates(List<List<Way>> choices) {
    /** The share of all customers that they are, roughly, from 0 to 1. */
    double share() {
        return choices.stream().mapToDouble(Way::share).reduce(1, (one, other) -> one * other);
    }

    /** The same with one more choice. */
    Candidates and(List<Way> choice) {
        List<List<Way>> more = new ArrayList<>(choices);
        more.add(choice);
        return new Candidates(more);
    }

    /** Those of all of these; the ways of those with one choice are put together, for many of them are the same. */
    static List<Candidates> union(List<Candidates> some) {
        List<Way> single = new ArrayList<>();
        List<Candidates> union = new ArrayList<>();
        for (Candidates each : some) {
            if (each.choices().size() == 1) {
                single.addAll(each.choices().get(0));
            } else {
                union.add(each);
            }
        }
        if (!single.isEmpty()) {
            union.add(new Candidates(List.of(Way.widest(single))));
        }
        return union;
    }

    /** The share of all customers that they are together. */
    static double share(List<Candidates> union) {
        return Math.min(1, union.stream().mapToDouble(Candidates::share).sum());
    }
}
