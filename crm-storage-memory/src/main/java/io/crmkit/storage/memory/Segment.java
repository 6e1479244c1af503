package io.crmkit.storage.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Some documents, by ascending id, and for each feature the numbers of the documents that have it. Immutable.
 *
 * @param <D> what a document is
 */
final class Segment<D> {
    /** As many as the numbers of documents may be. */
    static final int MOST = 1 << Character.SIZE;

    private static final int MOST_BITS = 16;

    private final List<D> documents;
    private final int[] features;
    /** Where the documents of each feature begin; one more than there are features. */
    private final int[] starts;

    private final char[] numbers;
    /** Features are hashes: by their first bits most are found at once. */
    private final int shift;
    /** Where the features with the same first bits begin; one more than there are first bits. */
    private final int[] buckets;

    private Segment(List<D> documents, int[] features, int[] starts, char[] numbers) {
        this.documents = documents;
        this.features = features;
        this.starts = starts;
        this.numbers = numbers;
        int bits = Math.min(MOST_BITS, Integer.SIZE - 1 - Integer.numberOfLeadingZeros(features.length | 2));
        this.shift = Integer.SIZE - bits;
        this.buckets = new int[(1 << bits) + 1];
        int next = 0;
        for (int bucket = 0; bucket < 1 << bits; bucket++) {
            buckets[bucket] = next;
            while (next < features.length && bucket(features[next]) == bucket) {
                next++;
            }
        }
        buckets[1 << bits] = next;
    }

    private int bucket(int feature) {
        return (feature ^ Integer.MIN_VALUE) >>> shift;
    }

    /** Indexes documents. */
    static <D> Segment<D> of(List<D> documents, Comparator<D> byId, Function<D, int[]> featuresOf) {
        List<D> sorted = documents.stream().sorted(byId).toList();
        int[][] all = new int[sorted.size()][];
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            all[i] = featuresOf.apply(sorted.get(i));
            count += all[i].length;
        }
        long[] pairs = new long[count];
        int filled = 0;
        for (int i = 0; i < all.length; i++) {
            for (int feature : all[i]) {
                pairs[filled++] = (long) feature << 32 | i;
            }
        }
        Arrays.sort(pairs);
        Builder builder = new Builder(count);
        for (int i = 0; i < count; i++) {
            int feature = (int) (pairs[i] >> 32);
            if (i == 0 || feature != (int) (pairs[i - 1] >> 32)) {
                builder.begin(feature);
            }
            builder.add((char) pairs[i]);
        }
        return builder.build(sorted);
    }

    /** The documents of two segments that are still wanted. */
    static <D> Segment<D> merged(Segment<D> one, Segment<D> other, Comparator<D> byId, Predicate<D> wanted) {
        int[] places = new int[one.size()];
        int[] otherPlaces = new int[other.size()];
        List<D> documents = new ArrayList<>(one.size() + other.size());
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            boolean first = j == other.size()
                    || (i < one.size() && byId.compare(one.documents.get(i), other.documents.get(j)) < 0);
            D document = first ? one.documents.get(i) : other.documents.get(j);
            int place = wanted.test(document) ? documents.size() : -1;
            if (first) {
                places[i++] = place;
            } else {
                otherPlaces[j++] = place;
            }
            if (place >= 0) {
                documents.add(document);
            }
        }
        Builder builder = new Builder(one.numbers.length + other.numbers.length);
        i = 0;
        j = 0;
        while (i < one.features.length || j < other.features.length) {
            boolean left =
                    j == other.features.length || (i < one.features.length && one.features[i] <= other.features[j]);
            boolean right =
                    i == one.features.length || (j < other.features.length && other.features[j] <= one.features[i]);
            builder.begin(left ? one.features[i] : other.features[j]);
            if (left) {
                one.addTo(builder, i++, places);
            }
            if (right) {
                other.addTo(builder, j++, otherPlaces);
            }
        }
        return builder.build(List.copyOf(documents));
    }

    private void addTo(Builder builder, int feature, int[] places) {
        for (int i = starts[feature]; i < starts[feature + 1]; i++) {
            int place = places[numbers[i]];
            if (place >= 0) {
                builder.add((char) place);
            }
        }
    }

    int size() {
        return documents.size();
    }

    D document(int number) {
        return documents.get(number);
    }

    /** How many documents come before the first one that is not low; the low ones are the first. */
    int count(Predicate<D> isLow) {
        int low = 0;
        int high = documents.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isLow.test(documents.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The documents with a feature. */
    Postings with(int feature) {
        int bucket = bucket(feature);
        int place = Arrays.binarySearch(features, buckets[bucket], buckets[bucket + 1], feature);
        return place < 0 ? Postings.none() : Postings.of(numbers, starts[place], starts[place + 1]);
    }

    /** Collects documents, feature by feature in ascending order. */
    private static final class Builder {
        private int[] features = new int[256];
        private int[] starts = new int[257];
        private int count;
        private final char[] numbers;
        private int filled;

        Builder(int most) {
            numbers = new char[most];
        }

        void begin(int feature) {
            end();
            if (count == features.length) {
                features = Arrays.copyOf(features, 2 * count);
                starts = Arrays.copyOf(starts, 2 * count + 1);
            }
            features[count] = feature;
            starts[count++] = filled;
        }

        void add(char number) {
            numbers[filled++] = number;
        }

        /** Puts what came from two sides in order, and forgets a feature that nobody has any more. */
        private void end() {
            if (count > 0) {
                int from = starts[count - 1];
                for (int i = from + 1; i < filled; i++) {
                    if (numbers[i] < numbers[i - 1]) {
                        Arrays.sort(numbers, from, filled);
                        break;
                    }
                }
                count -= from == filled ? 1 : 0;
            }
        }

        <D> Segment<D> build(List<D> documents) {
            end();
            int[] ends = Arrays.copyOf(starts, count + 1);
            ends[count] = filled;
            return new Segment<>(documents, Arrays.copyOf(features, count), ends, Arrays.copyOf(numbers, filled));
        }
    }
}
