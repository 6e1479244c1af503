package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What lists promise that show each caller only what is within reach, and the other reads of the same records. */
abstract class ReachedListRules extends ListRules {
    /** By what a record of this kind comes within reach. */
    enum By {
        TEAM,
        OWNER,
        CUSTOMER
    }

    private static final TeamId NO_TEAM = TeamId.of("nobody");
    private static final ActorId NOBODY = new ActorId("nobody");

    /** By what these records come within reach; by the others they never do. */
    abstract Set<By> by();

    /** Whose record it is. */
    CustomerId customerOf(Item item) {
        return new CustomerId(item.id());
    }

    /** Checks that the store's other reads show exactly those within reach. */
    void assertOtherReads(CrmTransaction tx, Reach reach, List<Item> all, List<Item> within) {}

    @Test
    void readsShowExactlyWhatIsWithinReach() {
        Item first = new Item(NOON, samples.id(), TeamId.SUPPORT, SARA);
        Item second = new Item(NOON, samples.id(), FIAT, KUMAR);
        Item third = new Item(NOON.plusSeconds(1), samples.id(), CRYPTO, new ActorId("grace"));
        Item fourth = new Item(NOON.plusSeconds(2), samples.id(), TeamId.SUPPORT, KUMAR);
        List<Item> all = List.of(first, second, third, fourth);
        givenItems(shuffled(all));

        for (Reach reach : reaches(first, third)) {
            List<Item> within =
                    all.stream().filter(item -> isWithin(reach, item)).toList();
            write(tx -> {
                assertEquals(positions(within), list(tx, reach, oldest(100)), reach::toString);
                assertEquals(reversed(positions(within)), list(tx, reach, newest(100)), reach::toString);
                assertOtherReads(tx, reach, all, within);
            });
        }
    }

    private List<Reach> reaches(Item one, Item another) {
        Optional<CustomerId> customer = Optional.of(customerOf(one));
        return List.of(
                Reach.all(),
                Reach.none(),
                reachOf(TeamId.SUPPORT),
                reachOf(FIAT, CRYPTO),
                reachOf(NO_TEAM),
                reachOf(SARA),
                reachOf(KUMAR),
                reachOf(NOBODY),
                new Reach(false, Set.of(), Optional.empty(), customer),
                new Reach(false, Set.of(), Optional.empty(), Optional.of(new CustomerId(samples.id()))),
                new Reach(false, Set.of(FIAT), Optional.of(SARA), Optional.empty()),
                new Reach(false, Set.of(NO_TEAM), Optional.of(KUMAR), Optional.of(customerOf(another))),
                new Reach(false, Set.of(CRYPTO), Optional.of(NOBODY), customer),
                new Reach(true, Set.of(NO_TEAM), Optional.of(NOBODY), customer));
    }

    private boolean isWithin(Reach reach, Item item) {
        return reach.everything()
                || (by().contains(By.TEAM) && reach.teams().contains(item.team()))
                || (by().contains(By.OWNER) && reach.owner().equals(Optional.of(item.owner())))
                || (by().contains(By.CUSTOMER) && reach.customer().equals(Optional.of(customerOf(item))));
    }

    @Test
    void pagesAreFullAlthoughMostRecordsAreOutOfReach() {
        List<Item> all = items(60);
        List<Item> within = new ArrayList<>();
        List<Item> stored = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Item item = all.get(i);
            boolean own = i % 12 == 11;
            stored.add(new Item(item.at(), item.id(), own ? FIAT : CRYPTO, KUMAR));
            if (own) {
                within.add(item);
            }
        }
        givenItems(stored);
        Reach reach = reachOf(FIAT);

        List<Position> first = read(tx -> list(tx, reach, oldest(3)));
        List<Position> second =
                read(tx -> list(tx, reach, new Slice(SortOrder.OLDEST_FIRST, Optional.of(first.get(2)), 3)));

        assertEquals(positions(within.subList(0, 3)), first);
        assertEquals(positions(within.subList(3, 5)), second);
        assertEquals(positions(within.get(4)), read(tx -> list(tx, reach, newest(1))));
    }
}
