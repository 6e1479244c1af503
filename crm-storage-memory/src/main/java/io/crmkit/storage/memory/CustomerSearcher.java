package io.crmkit.storage.memory;

import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.SearchPlace;
import io.crmkit.storage.memory.MemoryCustomers.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers one search. Where few customers may be in several tiers these are looked at once, and then put in order;
 * otherwise each tier is walked from the newest customer down until there are enough.
 */
final class CustomerSearcher {
    /** So many customers are looked at between two looks at the clock. */
    private static final int STRIDE = 64;
    /** So many are looked at for several tiers; of more, the first ones of a tier may be enough. */
    private static final int FEW = 128;
    /** So many tell how many there are if the others are found at the same rate. */
    private static final int TELLING = 12;

    private static final Comparator<Row> NEWEST_FIRST = MemoryCustomers.BY_ID.reversed();

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
        this.fresh = index.added().stream().sorted(NEWEST_FIRST).toList();
    }

    CustomerMatches answer() {
        int tier = search.after().map(place -> Math.max(0, place.tier())).orElse(0);
        while (tier < search.tiers().size() && !isDone()) {
            tier = together(tier) + 1;
        }
        return new CustomerMatches(matches, spent);
    }

    private boolean isDone() {
        return spent || matches.size() == search.limit();
    }

    /** Looks into as many tiers at once as few customers may be in, or into one; the last of them. */
    private int together(int from) {
        for (int to = search.tiers().size() - 1; to > from; to--) {
            Optional<List<Row>> some = MayBeIn.tiers(search, from, to, index).flatMap(this::ifFew);
            if (some.isPresent()) {
                sort(some.get(), from, to);
                return to;
            }
        }
        walk(from);
        return from;
    }

    private Optional<List<Row>> ifFew(MayBeIn candidates) {
        List<Row> some = new ArrayList<>(fresh);
        long all = index.segments().stream().mapToLong(Segment::size).sum();
        long passed = 0;
        int count = 0;
        for (Segment<Row> segment : index.segments()) {
            Postings postings = candidates.in(segment);
            for (int found = postings.next(segment.size() - 1); found >= 0; found = postings.next(found - 1)) {
                some.add(segment.document(found));
                count++;
                if (count > FEW || (count > TELLING && count * all > FEW * (passed + segment.size() - found))) {
                    return Optional.empty();
                }
            }
            passed += segment.size();
        }
        return Optional.of(some);
    }

    /** What was found when the time is over is no beginning of the answer, but for the first tier. */
    private void sort(List<Row> some, int from, int to) {
        some.sort(NEWEST_FIRST);
        List<CustomerMatch> found = new ArrayList<>();
        for (Row row : some) {
            if (!mayLook()) {
                found.removeIf(match -> match.tier() > from);
                break;
            }
            int tier = search.tierOf(row.customer(), row.index()).orElse(-1);
            if (tier >= from && tier <= to && isWanted(row, tier) && isCurrent.test(row)) {
                found.add(new CustomerMatch(row.customer(), tier));
            }
        }
        found.sort(Comparator.comparingInt(CustomerMatch::tier));
        matches.addAll(found.subList(0, Math.min(found.size(), search.limit() - matches.size())));
    }

    private void walk(int tier) {
        MayBeIn candidates = MayBeIn.tier(search, tier, index);
        Deque<Segment<Row>> later = new ArrayDeque<>(index.segments().stream()
                .filter(segment -> segment.size() > 0)
                .sorted(Comparator.comparing(CustomerSearcher::newest, NEWEST_FIRST))
                .toList());
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::row, NEWEST_FIRST));
        int next = 0;
        while (!isDone()) {
            open(later, heads, candidates, tier);
            Head head = heads.poll();
            while (next < fresh.size() && (head == null || isNewer(fresh.get(next), head.row())) && !isDone()) {
                look(fresh.get(next++), tier);
            }
            if (head == null) {
                return;
            }
            if (!isDone()) {
                look(head.row(), tier);
                push(heads, head.next());
            }
        }
    }

    /** Opens the segments in which there may be somebody newer than all that were found. */
    private void open(Deque<Segment<Row>> later, PriorityQueue<Head> heads, MayBeIn candidates, int tier) {
        while (!later.isEmpty()
                && (heads.isEmpty()
                        || isNewer(newest(later.peek()), heads.peek().row()))) {
            Segment<Row> segment = later.remove();
            push(heads, new Head(segment, candidates.in(segment), begin(segment, tier)).next());
        }
    }

    private int begin(Segment<Row> segment, int tier) {
        Optional<UUID> last =
                search.after().filter(place -> place.tier() == tier).map(SearchPlace::id);
        return last.isEmpty()
                ? segment.size()
                : segment.count(row -> search.reaches(tier, row.customer().id().value()));
    }

    private static Row newest(Segment<Row> segment) {
        return segment.document(segment.size() - 1);
    }

    private static boolean isNewer(Row one, Row other) {
        return NEWEST_FIRST.compare(one, other) < 0;
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
        if (mayLook() && isWanted(row, tier) && isIn(row, tier) && !isInBetter(row, tier) && isCurrent.test(row)) {
            matches.add(new CustomerMatch(row.customer(), tier));
        }
    }

    /** Whether there is time. */
    private boolean mayLook() {
        looked++;
        spent |= looked % STRIDE == 0 && search.budget().isSpent();
        return !spent;
    }

    private boolean isWanted(Row row, int tier) {
        return search.reaches(tier, row.customer().id().value())
                && search.criteria().wants(row.customer());
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
}
