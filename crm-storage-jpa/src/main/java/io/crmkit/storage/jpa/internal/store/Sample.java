package io.crmkit.storage.jpa.internal.store;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Which features go together how often, among some customers. Immutable. */
final class Sample {
    /** What was not seen is counted as if a sample of twice the size had it once. */
    private static final double UNSEEN = 0.5;
    /** However rare features are, features that belong together are found together. */
    private static final double LEAST = 0.02;
    /** So many features that nobody was seen to have together are as good as more, and sooner looked up. */
    private static final int UNSEEN_TOGETHER = 3;

    private final List<UUID> newest;
    private final long total;
    private final int size;
    private final int[] features;
    /** Where the customers of each feature begin; one more than there are features. */
    private final int[] starts;

    private final char[] customers;
    /**
     * A table of where features are: one more than the place of each, at the slot of its lowest bits or the next free one behind it.
     * 0 is free, as at least half of them are, so that each search of it ends.
     */
    private final int[] slots;

    private final long takenAt = System.nanoTime();

    /**
     * Counts features.
     *
     * @param newest the customers with the greatest ids, the greatest first
     * @param total how many customers there are, roughly
     * @param seen the features of each customer that was looked at, each once; 65,535 customers at most
     */
    Sample(List<UUID> newest, long total, List<int[]> seen) {
        this.newest = newest;
        this.total = total;
        this.size = Math.max(1, seen.size());
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
        this.slots = slots(features);
    }

    private static int[] slots(int[] features) {
        int[] slots = new int[Integer.highestOneBit(features.length + 1) * 4];
        for (int place = 0; place < features.length; place++) {
            int slot = features[place] & slots.length - 1;
            while (slots[slot] > 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = place + 1;
        }
        return slots;
    }

    /** The customers with the greatest ids, the greatest first. */
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

    /**
     * So many of some features, at most, that tell most: the rarest one, then those that fewer of its customers have. Those
     * of one word mostly come together, and a second one tells nothing new. As soon as three are found that nobody was seen
     * to have together, no more are looked for.
     */
    int[] rarest(int[] all, int most) {
        long[] counted = new long[all.length];
        for (int i = 0; i < all.length; i++) {
            counted[i] = (long) count(all[i]) << Integer.SIZE | i;
        }
        Arrays.sort(counted);
        int[] rarest = new int[Math.min(most, all.length)];
        int kept = 0;
        char[] left = new char[0];
        for (int i = 0; i < counted.length && kept < most; i++) {
            if (left.length == 0 && kept >= UNSEEN_TOGETHER) {
                break;
            }
            int feature = all[(int) counted[i]];
            char[] fewer = kept == 0 ? having(feature) : having(feature, left);
            if (kept == 0 || fewer.length < left.length || left.length == 0) {
                rarest[kept++] = feature;
                left = fewer;
            }
        }
        return Arrays.copyOf(rarest, kept);
    }

    /**
     * In the order in which to look one up after the other: the rarest one stays first, and of its customers those come next
     * that fewer have.
     */
    int[] inOrder(int[] rarest) {
        char[] first = having(rarest[0]);
        IntStream others = Arrays.stream(rarest)
                .skip(1)
                .boxed()
                .sorted(Comparator.comparingInt(feature -> having(feature, first).length))
                .mapToInt(Integer::intValue);
        return IntStream.concat(IntStream.of(rarest[0]), others).toArray();
    }

    private char[] having(int feature) {
        int place = place(feature);
        return place < 0 ? new char[0] : Arrays.copyOfRange(customers, starts[place], starts[place + 1]);
    }

    private char[] having(int feature, char[] some) {
        int place = place(feature);
        if (place < 0) {
            return new char[0];
        }
        char[] having = new char[some.length];
        int kept = 0;
        for (int i = 0; i < some.length; i++) {
            if (has(place, some[i])) {
                having[kept++] = some[i];
            }
        }
        return Arrays.copyOf(having, kept);
    }

    /**
     * The share of customers that have all of some features, if nobody was seen who has.
     *
     * @param all at least one
     * @return from 0 to 1
     */
    double shareOfUnseen(int[] all) {
        return among(Math.max(LEAST, Math.min(UNSEEN, size * independent(all))));
    }

    /** The same by nothing but how many have each of them: 0 if nobody was seen to have one. */
    double shareByChance(int[] all) {
        return Arrays.stream(all).allMatch(this::isSeen) ? independent(all) : 0;
    }

    private double independent(int[] all) {
        return Arrays.stream(all).mapToDouble(this::share).reduce(1, (one, other) -> one * other);
    }

    /** The same for features of a whole line. */
    double shareOfUnseenLine() {
        return among(LEAST);
    }

    /** What of a share is more than chance: of a few that were seen, not all are to be expected elsewhere. */
    double certain(double share) {
        double seen = share * size;
        return among(Math.max(LEAST, seen - Math.sqrt(seen)));
    }

    /** The share that so many of those looked at are. */
    double among(double count) {
        return Math.min(1, count / size);
    }

    /** Whether one of those looked at has a feature. */
    boolean isSeen(int feature) {
        return count(feature) > 0;
    }

    /** Below 0 if nobody has it. */
    private int place(int feature) {
        int slot = feature & slots.length - 1;
        while (slots[slot] > 0 && features[slots[slot] - 1] != feature) {
            slot = slot + 1 & slots.length - 1;
        }
        return slots[slot] - 1;
    }

    private int count(int feature) {
        int place = place(feature);
        return place < 0 ? 0 : starts[place + 1] - starts[place];
    }

    /** Which of those looked at have all of some features. */
    BitSet together(int[] all) {
        BitSet found = new BitSet();
        int[] places = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            places[i] = place(all[i]);
            if (places[i] < 0) {
                return found;
            }
        }
        int first = places[0];
        for (int place : places) {
            first = length(place) < length(first) ? place : first;
        }
        for (int i = starts[first]; i < starts[first + 1]; i++) {
            if (hasAll(places, customers[i])) {
                found.set(customers[i]);
            }
        }
        return found;
    }

    private int length(int place) {
        return starts[place + 1] - starts[place];
    }

    private boolean hasAll(int[] places, char customer) {
        for (int place : places) {
            if (!has(place, customer)) {
                return false;
            }
        }
        return true;
    }

    private boolean has(int place, char customer) {
        return Arrays.binarySearch(customers, starts[place], starts[place + 1], customer) >= 0;
    }
}
