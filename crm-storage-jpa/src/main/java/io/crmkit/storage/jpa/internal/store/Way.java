package io.crmkit.storage.jpa.internal.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One way in which customers may be what is looked for: they have all of some features. Not thread-safe. */
final class Way {
    /** More would make an index slower, not what it finds fewer. */
    private static final int MOST_ASKED = 4;

    private static final int MOST_ASKED_TOGETHER = 6;

    private static final double UNKNOWN = -1;

    private final int[] features;
    private final int[] rarest;
    private final Sample sample;
    private final boolean line;
    private double share = UNKNOWN;
    /** A bit for each feature, so that most of those that are no part of one another are told apart at once. */
    private final long signature;

    /**
     * @param features all of them, in ascending order
     * @param rarest those to ask an index for, the rarest first
     * @param sample how many have them
     * @param line whether they stand for a whole line, which hardly two customers have if nobody in the sample has
     */
    private Way(int[] features, int[] rarest, Sample sample, boolean line) {
        this.features = features;
        this.rarest = rarest;
        this.sample = sample;
        this.line = line;
        this.signature =
                Arrays.stream(features).mapToLong(feature -> 1L << feature).reduce(0, (a, b) -> a | b);
    }

    /** The features to ask an index for, at least one, the rarest first. */
    int[] rarest() {
        return rarest;
    }

    /** The share of customers that go by it, roughly, from 0 to 1. */
    double share() {
        if (share == UNKNOWN) {
            share = line ? sample.shareOfLine(rarest) : sample.share(rarest);
        }
        return share;
    }

    static Way of(int[] features, Sample sample) {
        return of(features, sample, false);
    }

    static Way ofLine(int[] features, Sample sample) {
        return of(features, sample, true);
    }

    private static Way of(int[] features, Sample sample, boolean line) {
        int[] rarest = Arrays.stream(features)
                .boxed()
                .sorted(Comparator.comparingDouble(sample::share))
                .limit(MOST_ASKED)
                .mapToInt(Integer::intValue)
                .toArray();
        return new Way(features, rarest, sample, line);
    }

    /** Both at once. */
    Way and(Way other) {
        boolean rarer = share() <= other.share();
        int[] asked = rarer ? alternately(rarest, other.rarest) : alternately(other.rarest, rarest);
        return new Way(
                IntStream.concat(Arrays.stream(features), Arrays.stream(other.features))
                        .sorted()
                        .distinct()
                        .toArray(),
                asked,
                sample,
                line || other.line);
    }

    /** The rarest of both first: those of one word mostly come together, so that a second one of it tells nothing new. */
    private static int[] alternately(int[] some, int[] others) {
        IntStream.Builder both = IntStream.builder();
        for (int i = 0; i < Math.max(some.length, others.length); i++) {
            if (i < some.length) {
                both.add(some[i]);
            }
            if (i < others.length) {
                both.add(others[i]);
            }
        }
        return both.build().distinct().limit(MOST_ASKED_TOGETHER).toArray();
    }

    /** Each of some ways together with each of others. */
    static List<Way> product(List<Way> some, List<Way> others) {
        List<Way> both = new ArrayList<>();
        for (Way one : some) {
            for (Way other : others) {
                both.add(one.and(other));
            }
        }
        return both;
    }

    /** Without those whose customers another one has, too. */
    static List<Way> widest(List<Way> ways) {
        List<Way> sorted = ways.stream()
                .sorted(Comparator.comparingInt(way -> way.features.length))
                .toList();
        List<Way> kept = new ArrayList<>();
        for (Way way : sorted) {
            if (kept.stream().noneMatch(wider -> wider.isIn(way))) {
                kept.add(way);
            }
        }
        return kept;
    }

    private boolean isIn(Way other) {
        if ((signature & ~other.signature) != 0) {
            return false;
        }
        int[] all = other.features;
        int place = 0;
        for (int feature : features) {
            while (place < all.length && all[place] < feature) {
                place++;
            }
            if (place == all.length || all[place] != feature) {
                return false;
            }
        }
        return true;
    }

    /** The share of customers of all ways together, at most 1. */
    static double share(List<Way> ways) {
        return Math.min(1, ways.stream().mapToDouble(Way::share).sum());
    }
}
