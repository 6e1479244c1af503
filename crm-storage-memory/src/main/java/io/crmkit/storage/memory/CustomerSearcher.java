package io.crmkit.storage.memory;

import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchFeatures;
import io.crmkit.spi.storage.SearchFeatures.Kind;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.storage.memory.MemoryCustomers.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers one search: tier by tier, from the newest customer down, asking the index for those who may be in the tier. */
final class CustomerSearcher {
    /** So many customers are looked at between two looks at the clock. */
    private static final int STRIDE = 64;
    /** Of more features the rarest ones: the others would sooner cost time than spare it. */
    private static final int MOST_ASKED = 4;

    private final FeatureIndex<Row> index;
    private final Predicate<Row> isCurrent;
    private final CustomerSearch search;
    /** Those that are not in the index yet. */
    private final List<Row> fresh;

    private final List<CustomerMatch> matches = new ArrayList<>();
    private int looked;
    private boolean spent;

    /** @param isCurrent says of a customer in the index whether it is stored as it is there */
    CustomerSearcher(FeatureIndex<Row> index, Predicate<Row> isCurrent, CustomerSearch search) {
        this.index = index;
        this.isCurrent = isCurrent;
        this.search = search;
        this.fresh =
                index.added().stream().sorted(MemoryCustomers.BY_ID.reversed()).toList();
    }

    CustomerMatches answer() {
        int first = search.after().map(place -> Math.max(0, place.tier())).orElse(0);
        for (int tier = first; tier < search.tiers().size() && !isDone(); tier++) {
            walk(tier);
        }
        return new CustomerMatches(matches, spent);
    }

    private boolean isDone() {
        return spent || matches.size() == search.limit();
    }

    private void walk(int tier) {
        List<List<int[]>> features =
                search.tiers().get(tier).terms().stream().map(this::ways).toList();
        PriorityQueue<Head> heads =
                new PriorityQueue<>(Comparator.comparing(Head::row, MemoryCustomers.BY_ID.reversed()));
        for (Segment<Row> segment : index.segments()) {
            int begin = segment.count(
                    row -> search.reaches(tier, row.customer().id().value()));
            push(heads, new Head(segment, candidates(segment, features), begin).next());
        }
        int next = 0;
        while (!isDone() && (!heads.isEmpty() || next < fresh.size())) {
            Head head = heads.peek();
            if (head == null
                    || (next < fresh.size() && MemoryCustomers.BY_ID.compare(fresh.get(next), head.row()) > 0)) {
                look(fresh.get(next++), tier);
            } else {
                heads.remove();
                look(head.row(), tier);
                push(heads, head.next());
            }
        }
    }

    private static void push(PriorityQueue<Head> heads, @Nullable Head head) {
        if (head != null) {
            heads.add(head);
        }
    }

    /** A place in a segment. */
    private record Head(Segment<Row> segment, Postings postings, int number) {
        Row row() {
            return segment.document(number);
        }

        @Nullable
        Head next() {
            int found = postings.next(number - 1);
            return found < 0 ? null : new Head(segment, postings, found);
        }
    }

    private void look(Row row, int tier) {
        looked++;
        if (looked % STRIDE == 0 && search.budget().isSpent()) {
            spent = true;
            return;
        }
        boolean found = search.reaches(tier, row.customer().id().value())
                && search.criteria().wants(row.customer())
                && isIn(row, tier)
                && !isInBetter(row, tier)
                && isCurrent.test(row);
        if (found) {
            matches.add(new CustomerMatch(row.customer(), tier));
        }
    }

    private boolean isIn(Row row, int tier) {
        return search.tiers().get(tier).holds(row.customer(), row.index(), search.texts());
    }

    private boolean isInBetter(Row row, int tier) {
        for (int better = 0; better < tier; better++) {
            if (isIn(row, better)) {
                return true;
            }
        }
        return false;
    }

    /** The features of each pattern in each kind of texts that counts: a customer for whom the term holds has all of one. */
    private List<int[]> ways(SearchTerm term) {
        List<int[]> ways = new ArrayList<>();
        for (String pattern : term.patterns()) {
            for (Kind kind : Kind.values()) {
                if (isSeen(kind)) {
                    ways.add(rarest(SearchFeatures.required(kind, pattern)));
                }
            }
        }
        return ways;
    }

    /** Those that are rare in the largest segment, and in others most likely, too. */
    private int[] rarest(int[] features) {
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

    private static Postings candidates(Segment<Row> segment, List<List<int[]>> terms) {
        return Postings.and(
                terms.stream().map(ways -> candidatesOfTerm(segment, ways)).toArray(Postings[]::new));
    }

    private static Postings candidatesOfTerm(Segment<Row> segment, List<int[]> ways) {
        List<Postings> some = new ArrayList<>();
        for (int[] features : ways) {
            Postings postings = candidates(segment, features);
            if (postings.size() > 0) {
                some.add(postings);
            }
        }
        return some.size() == 1 ? some.get(0) : Postings.or(some.toArray(Postings[]::new));
    }

    private static Postings candidates(Segment<Row> segment, int[] features) {
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

    private boolean isSeen(Kind kind) {
        return switch (kind) {
            case OPEN -> true;
            case CONTACT -> !search.texts().contacts().equals(Reach.none());
            case ATTRIBUTE ->
                !search.texts().openAttributes().isEmpty()
                        || !search.texts().sensitive().equals(Reach.none());
        };
    }
}
