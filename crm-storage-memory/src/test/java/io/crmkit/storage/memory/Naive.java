package io.crmkit.storage.memory;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.id.IdText;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.testkit.SampleRecords;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Random wishes, and the plainest way to fulfil them: look at every record, then sort. */
final class Naive {
    static final List<TeamId> TEAMS = List.of(TeamId.SUPPORT, TeamId.of("fiat"), TeamId.of("crypto"));
    static final List<ActorId> AGENTS = List.of(new ActorId("sara"), new ActorId("kumar"), new ActorId("mehdi"));

    final Random random;
    final SampleRecords samples;
    final List<CustomerId> customers;

    /** Ids have every bit at random, the highest too. */
    Naive(long seed) {
        random = new Random(seed);
        samples = new SampleRecords(() -> new UUID(random.nextLong(), random.nextLong()));
        customers = Stream.generate(() -> new CustomerId(samples.id())).limit(5).toList();
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> Optional<T> maybe(List<T> values) {
        return oneIn(3) ? Optional.of(any(values)) : Optional.empty();
    }

    /** One of few, so that many records share one. */
    Instant time() {
        return SampleRecords.START.plusSeconds(random.nextInt(12));
    }

    Optional<TimeRange> period() {
        Instant from = time();
        return oneIn(3) ? Optional.of(new TimeRange(from, from.plusSeconds(random.nextInt(8)))) : Optional.empty();
    }

    Reach reach() {
        if (oneIn(2)) {
            return Reach.all();
        }
        Set<TeamId> teams = oneIn(2) ? Set.of() : Set.of(any(TEAMS));
        return new Reach(false, oneIn(8) ? Set.copyOf(TEAMS) : teams, maybe(AGENTS), maybe(customers));
    }

    Slice slice() {
        Optional<Position> after = oneIn(2) ? Optional.empty() : Optional.of(new Position(time(), samples.id()));
        return new Slice(any(List.of(SortOrder.values())), after, 1 + random.nextInt(9));
    }

    /** The same slice, going on behind one of the records. */
    static <V> Slice behind(V row, Slice slice, Function<V, Position> place) {
        return new Slice(slice.order(), Optional.of(place.apply(row)), slice.limit());
    }

    /** The slice of those that are wanted; ids compare as their text does. */
    static <V> List<V> list(Collection<V> all, Predicate<V> wanted, Function<V, Position> place, Slice slice) {
        Comparator<Position> oldest = Comparator.comparing(Position::at).thenComparing(p -> IdText.of(p.id()));
        Comparator<Position> order = slice.order() == SortOrder.OLDEST_FIRST ? oldest : oldest.reversed();
        return all.stream()
                .filter(wanted)
                .filter(row -> slice.after()
                        .filter(after -> order.compare(place.apply(row), after) <= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(place, order))
                .limit(slice.limit())
                .toList();
    }

    static <T> boolean fits(Optional<T> wanted, T actual) {
        return wanted.isEmpty() || wanted.get().equals(actual);
    }
}
