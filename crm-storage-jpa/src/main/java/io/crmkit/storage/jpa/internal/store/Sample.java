package io.crmkit.storage.jpa.internal.store;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Which features go together how often, among some customers. Immutable. */
final class Sample {
    /** What was not seen is counted as if a sample of twice the size had it once. */
    private static final double UNSEEN = 0.5;
    /** However rare features are, features that belong together are found together. */
    private static final double LEAST = 0.02;

    private final List<UUID> newest;
    private final long total;
    private final int[] features;
    /** Where the customers of each feature begin; one more than there are features. */
    private final int[] starts;

    private final char[] customers;
    private final long takenAt = System.nanoTime();

    /**
     * Counts features.
     *
     * @param newest the customers looked at, the greatest id first, 65,535 at most
     * @param total how many customers there are, roughly
     * @param seen the features of each of them, each once
     */
    Sample(List<UUID> newest, long total, List<int[]> seen) {
        this.newest = newest;
        this.total = total;
        long[] pairs = new long[seen.stream().mapToInt(each -> each.length).sum()];
        int filled = 0;
        for (int customer = 0; customer < seen.size(); customer++) {
            for (int feature : seen.get(customer)) {
                pairs[filled++] = (long) feature << Integer.SIZE | customer;
            }
        }
        Arrays.sort(pairs);
        int[] distinct = new int[filled];
        int[] begins = new int[filled + 1];
        char[] numbers = new char[filled];
        int kept = 0;
        for (int i = 0; i < filled; i++) {
            int feature = (int) (pairs[i] >> Integer.SIZE);
            if (i == 0 || feature != distinct[kept - 1]) {
                distinct[kept] = feature;
                begins[kept++] = i;
            }
            numbers[i] = (char) pairs[i];
        }
        begins[kept] = filled;
        this.features = Arrays.copyOf(distinct, kept);
        this.starts = Arrays.copyOf(begins, kept + 1);
        this.customers = numbers;
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

    /** The share of customers that have a feature, from 0 to 1; what was not seen is rare. */
    double share(int feature) {
        return among(Math.max(UNSEEN, count(feature)));
    }

    /** The share of customers that have all of some features, at least one, from 0 to 1. */
    double share(int[] all) {
        int together = together(all);
        if (together > 0) {
            return among(together);
        }
        double independent = Math.max(1, newest.size());
        for (int feature : all) {
            independent *= share(feature);
        }
        return among(Math.max(LEAST, Math.min(UNSEEN, independent)));
    }

    /** The same for features of a whole line. */
    double shareOfLine(int[] all) {
        int together = together(all);
        return among(together > 0 ? together : LEAST);
    }

    private double among(double count) {
        return Math.min(1, count / Math.max(1, newest.size()));
    }

    private int count(int feature) {
        int place = Arrays.binarySearch(features, feature);
        return place < 0 ? 0 : starts[place + 1] - starts[place];
    }

    /** How many of those looked at have all of them. */
    private int together(int[] all) {
        int[] places = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            places[i] = Arrays.binarySearch(features, all[i]);
            if (places[i] < 0) {
                return 0;
            }
        }
        int first = places[0];
        for (int place : places) {
            first = length(place) < length(first) ? place : first;
        }
        int count = 0;
        for (int i = starts[first]; i < starts[first + 1]; i++) {
            count += isInAll(places, customers[i]) ? 1 : 0;
        }
        return count;
    }

    private int length(int place) {
        return starts[place + 1] - starts[place];
    }

    private boolean isInAll(int[] places, char customer) {
        for (int place : places) {
            if (Arrays.binarySearch(customers, starts[place], starts[place + 1], customer) < 0) {
                return false;
            }
        }
        return true;
    }
}
