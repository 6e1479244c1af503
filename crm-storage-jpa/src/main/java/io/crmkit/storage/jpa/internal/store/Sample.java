package io.crmkit.storage.jpa.internal.store;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** How frequent features are among some customers. Immutable. */
final class Sample {
    private final List<UUID> newest;
    private final long total;
    private final int[] features;
    private final int[] counts;
    private final long takenAt = System.nanoTime();

    /**
     * Counts features.
     *
     * @param newest the customers looked at, the greatest id first
     * @param total how many customers there are, roughly
     * @param seen the features of all of those looked at, in ascending order
     */
    Sample(List<UUID> newest, long total, int[] seen) {
        this.newest = newest;
        this.total = total;
        int[] repeated = new int[seen.length];
        int[] times = new int[seen.length];
        int kept = 0;
        for (int from = 0, to; from < seen.length; from = to) {
            to = from + 1;
            while (to < seen.length && seen[to] == seen[from]) {
                to++;
            }
            if (to - from > 1) {
                repeated[kept] = seen[from];
                times[kept++] = to - from;
            }
        }
        this.features = Arrays.copyOf(repeated, kept);
        this.counts = Arrays.copyOf(times, kept);
    }

    /** The customers looked at, the greatest id first. */
    List<UUID> newest() {
        return newest;
    }

    /** How many customers there are, roughly. */
    long total() {
        return total;
    }

    /** When it was taken, by the machine's own clock, in nanoseconds. */
    long takenAt() {
        return takenAt;
    }

    /** The share of customers that have a feature, from 0 to 1; what was not seen twice is rare. */
    double share(int feature) {
        int place = Arrays.binarySearch(features, feature);
        double count = place < 0 ? 0.5 : counts[place];
        return count / Math.max(1, newest.size());
    }
}
