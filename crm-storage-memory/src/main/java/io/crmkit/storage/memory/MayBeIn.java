package io.crmkit.storage.memory;

import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchFeatures;
import io.crmkit.spi.storage.SearchFeatures.Kind;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.storage.memory.MemoryCustomers.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names those in a segment who may be in one of some tiers: for each term they have all features of one pattern. */
final class MayBeIn {
    /** Of more features the rarest ones: the others would sooner cost time than spare it. */
    private static final int MOST_ASKED = 4;

    /** For each term the ways in which it may hold; each way is some features. */
    private final List<List<int[]>> terms;

    private MayBeIn(List<List<int[]>> terms) {
        this.terms = terms;
    }

    /** Who may be in a tier. */
    static MayBeIn tier(CustomerSearch search, int tier, FeatureIndex<Row> index) {
        return of(search, search.tiers().get(tier).terms(), index);
    }

    /**
     * Who may be in one of several tiers, of which the widest ones are looked for; empty if these have not as many terms as one
     * another.
     */
    static Optional<MayBeIn> tiers(CustomerSearch search, int from, int to, FeatureIndex<Row> index) {
        List<List<SearchTerm>> tiers = Arrays.stream(search.widest(from, to))
                .mapToObj(tier -> search.tiers().get(tier).terms())
                .toList();
        int count = tiers.get(0).size();
        if (tiers.stream().anyMatch(terms -> terms.size() != count)) {
            return Optional.empty();
        }
        List<SearchTerm> either = IntStream.range(0, count)
                .mapToObj(term -> SearchTerm.oneOf(tiers.stream()
                        .flatMap(terms -> terms.get(term).patterns().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new))))
                .toList();
        return Optional.of(of(search, either, index));
    }

    private static MayBeIn of(CustomerSearch search, List<SearchTerm> terms, FeatureIndex<Row> index) {
        return new MayBeIn(terms.stream().map(term -> ways(search, term, index)).toList());
    }

    private static List<int[]> ways(CustomerSearch search, SearchTerm term, FeatureIndex<Row> index) {
        List<int[]> ways = new ArrayList<>();
        for (String pattern : term.patterns()) {
            for (Kind kind : Kind.values()) {
                if (isSeen(search, kind) && SearchFeatures.mayHold(kind, pattern)) {
                    ways.add(rarest(SearchFeatures.required(kind, pattern), index));
                }
            }
        }
        return ways;
    }

    private static boolean isSeen(CustomerSearch search, Kind kind) {
        return switch (kind) {
            case OPEN -> true;
            case CONTACT -> !search.texts().contacts().equals(Reach.none());
            case ATTRIBUTE ->
                !search.texts().openAttributes().isEmpty()
                        || !search.texts().sensitive().equals(Reach.none());
        };
    }

    /** Those that are rare in the largest segment, and in others most likely, too. */
    private static int[] rarest(int[] features, FeatureIndex<Row> index) {
        if (features.length <= MOST_ASKED || index.segments().isEmpty()) {
            return features;
        }
        Segment<Row> largest = index.segments().get(0);
        long[] counted = new long[features.length];
        for (int i = 0; i < features.length; i++) {
            counted[i] = (long) largest.with(features[i]).size() << Integer.SIZE | i;
        }
        Arrays.sort(counted);
        return Arrays.stream(counted)
                .limit(MOST_ASKED)
                .mapToInt(one -> features[(int) one])
                .toArray();
    }

    /** The numbers of those in a segment. */
    Postings in(Segment<Row> segment) {
        Postings[] all = new Postings[terms.size()];
        for (int term = 0; term < all.length; term++) {
            all[term] = withOneOf(segment, terms.get(term));
            if (all[term].size() == 0) {
                return Postings.none();
            }
        }
        return all.length == 1 ? all[0] : Postings.and(all);
    }

    private static Postings withOneOf(Segment<Row> segment, List<int[]> ways) {
        List<Postings> some = new ArrayList<>();
        for (int[] features : ways) {
            Postings postings = withAll(segment, features);
            if (postings.size() > 0) {
                some.add(postings);
            }
        }
        return some.size() == 1 ? some.get(0) : Postings.or(some.toArray(Postings[]::new));
    }

    private static Postings withAll(Segment<Row> segment, int[] features) {
        if (features.length == 0) {
            return Postings.all(segment.size());
        }
        Postings[] parts = new Postings[features.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = segment.with(features[i]);
            if (parts[i].size() == 0) {
                return Postings.none();
            }
        }
        return parts.length == 1 ? parts[0] : Postings.and(parts);
    }
}
