package io.crmkit.storage.jpa.internal.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One way in which customers may be what is looked for: they have all of some features. Not thread-safe. */
final class Way {
    /** More would make an index slower, not what it finds fewer. */
    private static final int MOST_ASKED = 4;

    private static final int MOST_ASKED_TOGETHER = 6;

    /** What two words say of a customer comes so many times as often together as by chance, at most. */
    private static final double TIED = 10;

    private final int[] features;
    private final int[] rarest;
    private final Sample sample;
    private final boolean line;
    private final double most;
    private @Nullable BitSet seen;
    /** A bit for each feature, so that most of those that are no part of one another are told apart at once. */
    private final long signature;

    /**
     * @param features all of them, in ascending order
     * @param rarest those to ask an index for, the rarest first
     * @param sample how many have them
     * @param line whether a whole line that nobody in the sample has is among what they stand for: hardly two customers have it
     * @param most the greatest share that they can have if nobody in the sample has them
     */
    private Way(int[] features, int[] rarest, Sample sample, boolean line, double most) {
        this.features = features;
        this.rarest = rarest;
        this.sample = sample;
        this.line = line;
        this.most = most;
        this.signature =
                Arrays.stream(features).mapToLong(feature -> 1L << feature).reduce(0, (a, b) -> a | b);
    }

    /** The features to ask an index for, at least one, the rarest first. */
    int[] rarest() {
        return rarest;
    }

    /** The same in the order in which to look one up after the other. */
    int[] inOrder() {
        return sample.inOrder(rarest);
    }

    /** The share of customers that go by it, roughly, from 0 to 1. */
    double share() {
        return share(List.of(this));
    }

    /** Whether the index would be asked for one of these features. */
    boolean needsAnyOf(Set<Integer> some) {
        return Arrays.stream(rarest).anyMatch(some::contains);
    }

    /** The share of customers of all ways together, roughly, from 0 to 1. */
    static double share(List<Way> ways) {
        return share(ways, Way::shareOfUnseen);
    }

    /** The same without anything for features that nobody was seen to have. */
    static double shareBySeen(List<Way> ways) {
        return share(ways, way -> way.sample.shareByChance(way.rarest));
    }

    private static double share(List<Way> ways, ToDoubleFunction<Way> ofUnseen) {
        if (ways.isEmpty()) {
            return 0;
        }
        Sample sample = ways.get(0).sample;
        BitSet seen = new BitSet();
        double unseen = 0;
        for (Way way : ways) {
            seen.or(way.seen());
            unseen += way.seen().isEmpty() ? ofUnseen.applyAsDouble(way) : 0;
        }
        return Math.min(1, sample.among(seen.cardinality()) + unseen);
    }

    /** Those of the sample that go by it. */
    private BitSet seen() {
        BitSet known = seen;
        if (known == null) {
            known = sample.together(rarest);
            seen = known;
        }
        return known;
    }

    private boolean isUnseenLine() {
        return line && seen().isEmpty();
    }

    private double shareOfUnseen() {
        return Math.min(most, line ? sample.shareOfUnseenLine() : sample.shareOfUnseen(rarest));
    }

    /** The share of customers that have its rarest feature: so many an index has to go through, at least. */
    double shareOfRarest() {
        return sample.share(rarest[0]);
    }

    /** Whether the one thing that is known of them is a whole line that they have. */
    boolean isLine() {
        return line && features.length == 1;
    }

    static Way of(int[] features, Sample sample) {
        return of(features, sample, false);
    }

    static Way ofLine(int[] features, Sample sample) {
        return of(features, sample, true);
    }

    private static Way of(int[] features, Sample sample, boolean line) {
        int[] rarest = features.length == 1 ? features : sample.rarest(features, MOST_ASKED);
        return new Way(features, rarest, sample, line, 1);
    }

    /** Both at once. */
    Way and(Way other) {
        boolean rarer = share() <= other.share();
        int[] asked = rarer ? both(rarest, other.rarest) : both(other.rarest, rarest);
        return new Way(
                IntStream.concat(Arrays.stream(features), Arrays.stream(other.features))
                        .sorted()
                        .distinct()
                        .toArray(),
                asked,
                sample,
                isUnseenLine() || other.isUnseenLine(),
                TIED * share() * other.share());
    }

    /** Of the more frequent one only the rarest: those of one word mostly come together, and long lists take time. */
    private int[] both(int[] rare, int[] frequent) {
        return IntStream.concat(Arrays.stream(rare).limit(MOST_ASKED_TOGETHER - 1), Arrays.stream(frequent, 0, 1))
                .distinct()
                .boxed()
                .sorted(Comparator.comparingDouble(sample::share))
                .mapToInt(Integer::intValue)
                .toArray();
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
}
