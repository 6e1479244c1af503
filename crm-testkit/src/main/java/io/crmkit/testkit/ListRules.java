package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every list promises: its order in both directions, and pages that fit together whatever happens in between. */
abstract class ListRules extends StorageRules {
    /** A time that many records share. */
    static final Instant NOON = Instant.parse("2026-03-21T12:00:00.123456Z");

    /** Ids that a comparison of signed numbers, or of halves, would order in another way. */
    private static final List<UUID> UNSIGNED_ORDER = Stream.of(
                    "00000000-0000-0000-8000-000000000001",
                    "0190f3a0-0000-7000-0fff-ffffffffffff",
                    "0190f3a0-0000-7000-8000-000000000000",
                    "0190f3a0-0000-7000-bfff-ffffffffffff",
                    "7fffffff-ffff-7fff-8000-000000000000",
                    "80000000-0000-7000-8000-000000000000",
                    "c0000000-0000-7000-0000-000000000001",
                    "ffffffff-ffff-7fff-bfff-ffffffffffff")
            .map(UUID::fromString)
            .toList();

    /**
     * One entry of a list.
     *
     * @param at its time
     * @param id its id
     * @param team whose it is
     * @param owner in whose care, or by whom, it is
     */
    record Item(Instant at, UUID id, TeamId team, ActorId owner) {
        Position position() {
            return new Position(at, id);
        }
    }

    /** Stores one entry with all that it needs to be there. */
    abstract void add(CrmTransaction tx, Item item);

    /** Reads the list of all that {@link #add} stored. */
    abstract List<Position> list(CrmTransaction tx, Reach reach, Slice slice);

    final Item item(Instant at, UUID id) {
        return new Item(at, id, TeamId.SUPPORT, SARA);
    }

    final void givenItems(List<Item> items) {
        write(tx -> items.forEach(item -> add(tx, item)));
    }

    private List<Position> list(Slice slice) {
        return read(tx -> list(tx, ALL, slice));
    }

    @Test
    void beginsAtTheEarliestOrAtTheLatest() {
        Item late = item(NOON.plusNanos(1_000), samples.id());
        Item early = item(NOON.minusSeconds(5), samples.id());
        Item middle = item(NOON, samples.id());
        givenItems(List.of(late, early, middle));

        assertEquals(positions(early, middle, late), list(oldest(10)));
        assertEquals(positions(late, middle, early), list(newest(10)));
    }

    @Test
    void anEmptyListIsEmpty() {
        assertEquals(List.of(), list(oldest(1)));
        assertEquals(List.of(), list(newest(1)));
    }

    @Test
    void equalTimesAreOrderedByIdsAsUnsignedNumbers() {
        List<Item> items = UNSIGNED_ORDER.stream().map(id -> item(NOON, id)).toList();
        givenItems(shuffled(items));

        assertEquals(positions(items), list(oldest(100)));
        assertEquals(reversed(positions(items)), list(newest(100)));
    }

    @Test
    void theIdCountsOnlyWhenTimesAreEqual() {
        Item first = item(NOON, UNSIGNED_ORDER.get(7));
        Item second = item(NOON.plusNanos(1_000), UNSIGNED_ORDER.get(0));
        givenItems(List.of(second, first));

        assertEquals(positions(first, second), list(oldest(10)));
        assertEquals(positions(second, first), list(newest(10)));
    }

    @Test
    void aPageHoldsNoMoreThanTheLimit() {
        List<Item> items = items(5);
        givenItems(items);

        assertEquals(positions(items.subList(0, 1)), list(oldest(1)));
        assertEquals(positions(items.subList(0, 4)), list(oldest(4)));
        assertEquals(positions(items), list(oldest(5)));
    }

    @Test
    void pagesOfAnySizeMakeUpTheWholeList() {
        List<Item> items = new ArrayList<>(items(7));
        UNSIGNED_ORDER.forEach(id -> items.add(item(NOON.plusSeconds(100), id)));
        items.add(item(NOON.plusSeconds(200), samples.id()));
        givenItems(shuffled(items));

        for (int size : List.of(1, 2, 3, 7, 16)) {
            assertEquals(positions(items), walk(SortOrder.OLDEST_FIRST, size), "oldest first, pages of " + size);
            assertEquals(
                    reversed(positions(items)), walk(SortOrder.NEWEST_FIRST, size), "newest first, pages of " + size);
        }
    }

    @Test
    void recordsAddedBetweenTwoPagesNeitherRepeatNorHideOthers() {
        List<Item> items = items(6);
        givenItems(items);
        Position seen = items.get(2).position();
        assertEquals(seen, list(oldest(3)).get(2));
        assertEquals(seen, list(newest(4)).get(3));
        Item before = item(items.get(0).at(), UNSIGNED_ORDER.get(0));
        Item behind = item(items.get(4).at(), UNSIGNED_ORDER.get(7));

        givenItems(List.of(before, behind));

        assertEquals(
                positions(items.get(3), items.get(4), behind, items.get(5)), list(after(SortOrder.OLDEST_FIRST, seen)));
        assertEquals(positions(items.get(1), items.get(0), before), list(after(SortOrder.NEWEST_FIRST, seen)));
    }

    @Test
    void aPageBeginsBehindAPlaceWhereNoRecordIsAnyLonger() {
        List<Item> items = items(4);
        givenItems(items);
        Position gone = new Position(items.get(1).at(), UNSIGNED_ORDER.get(7));
        Position between = new Position(items.get(1).at().plusNanos(1_000), UNSIGNED_ORDER.get(0));

        for (Position place : List.of(gone, between)) {
            assertEquals(positions(items.subList(2, 4)), list(after(SortOrder.OLDEST_FIRST, place)));
            assertEquals(positions(items.get(1), items.get(0)), list(after(SortOrder.NEWEST_FIRST, place)));
        }
    }

    @Test
    void nothingIsBehindTheLast() {
        List<Item> items = items(3);
        givenItems(items);

        assertEquals(List.of(), list(after(SortOrder.OLDEST_FIRST, items.get(2).position())));
        assertEquals(List.of(), list(after(SortOrder.NEWEST_FIRST, items.get(0).position())));
    }

    static List<Position> positions(Item... items) {
        return positions(List.of(items));
    }

    static List<Position> positions(List<Item> items) {
        return items.stream().map(Item::position).toList();
    }

    /** So many entries in order, an hour before noon, ten seconds apart. */
    final List<Item> items(int count) {
        return Stream.iterate(0, n -> n + 1)
                .limit(count)
                .map(n -> item(NOON.minusSeconds(3_600 - 10L * n), samples.id()))
                .toList();
    }

    static Slice after(SortOrder order, Position place) {
        return new Slice(order, Optional.of(place), 100);
    }

    /** All pages of one size, one after another. */
    private List<Position> walk(SortOrder order, int size) {
        List<Position> all = new ArrayList<>();
        List<Position> page = list(Slice.first(order, size));
        while (!page.isEmpty() && all.size() < MANY) {
            all.addAll(page);
            page = list(new Slice(order, Optional.of(page.get(page.size() - 1)), size));
        }
        return all;
    }

    static <T> List<T> shuffled(List<T> items) {
        List<T> mixed = new ArrayList<>(items);
        Collections.shuffle(mixed, new java.util.Random(42));
        return mixed;
    }

    static <T> List<T> reversed(List<T> items) {
        List<T> turned = new ArrayList<>(items);
        Collections.reverse(turned);
        return turned;
    }
}
