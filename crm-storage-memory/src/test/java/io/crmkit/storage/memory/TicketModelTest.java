package io.crmkit.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.StaleVersionException;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.testkit.TicketSample;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketClock;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of random operations on tickets, each compared with a map that is searched from end to end. */
class TicketModelTest {
    private static final List<String> ROOTS = List.of("withdrawal/delayed", "withdrawal", "kyc");

    private final MemoryStorage storage = MemoryStorage.create();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsWhatAWalkThroughAllTicketsFinds(long seed) {
        Naive naive = new Naive(seed);
        Map<TicketId, Ticket> committed = new HashMap<>();
        int rollbacks = 0;
        for (int i = 0; i < 700; i++) {
            Map<TicketId, Ticket> own = new HashMap<>(committed);
            try {
                storage.inTransaction(tx -> run(tx, naive, own));
                committed = own;
            } catch (PlannedException e) {
                rollbacks++;
            }
            Map<TicketId, Ticket> expected = committed;
            storage.inTransaction(tx -> compare(tx, naive, expected));
        }
        assertThat(committed).hasSizeGreaterThan(100);
        assertThat(rollbacks).isGreaterThan(50);
    }

    private static boolean run(CrmTransaction tx, Naive naive, Map<TicketId, Ticket> own) {
        for (int i = 0; i <= naive.random.nextInt(4); i++) {
            if (own.isEmpty() || naive.oneIn(3)) {
                insert(tx, naive, own);
            } else {
                update(tx, naive, own);
            }
            compare(tx, naive, own);
        }
        if (naive.oneIn(4)) {
            throw new PlannedException();
        }
        return true;
    }

    private static void insert(CrmTransaction tx, Naive naive, Map<TicketId, Ticket> own) {
        TicketSample sample = naive.samples.ticket(naive.any(naive.customers)).createdAt(naive.time());
        if (!own.isEmpty() && naive.oneIn(6)) {
            Ticket other = naive.any(List.copyOf(own.values()));
            boolean id = naive.oneIn(2);
            Ticket twin = (id ? sample.id(other.id().value()) : sample.number(other.number())).build();
            assertThatThrownBy(() -> tx.tickets().insert(twin))
                    .isInstanceOf(DuplicateKeyException.class)
                    .hasMessageEndingWith(id ? "id" : "number");
            return;
        }
        Ticket ticket = changed(sample, naive).build();
        tx.tickets().insert(ticket);
        own.put(ticket.id(), ticket);
    }

    private static void update(CrmTransaction tx, Naive naive, Map<TicketId, Ticket> own) {
        Ticket before = naive.any(List.copyOf(own.values()));
        TicketSample sample = changed(TicketSample.after(before), naive);
        if (naive.oneIn(6)) {
            Ticket stale = sample.version(before.version() + naive.any(List.of(-1, 0, 2)))
                    .build();
            assertThatThrownBy(() -> tx.tickets().update(stale)).isInstanceOf(StaleVersionException.class);
            return;
        }
        Ticket next = sample.build();
        tx.tickets().update(next);
        own.put(next.id(), next);
    }

    private static TicketSample changed(TicketSample sample, Naive naive) {
        Ticket before = sample.build();
        TicketSample next = sample.team(naive.any(Naive.TEAMS))
                .status(naive.any(List.of(TicketStatus.values())))
                .category(naive.any(ROOTS))
                .clock(TicketClock.startingAt(before.createdAt(), naive.oneIn(2)));
        return naive.oneIn(2) ? next.assignee(naive.any(Naive.AGENTS)) : next;
    }

    private static boolean compare(CrmTransaction tx, Naive naive, Map<TicketId, Ticket> all) {
        TicketCriteria criteria = criteria(naive);
        Slice slice = naive.slice();
        List<Ticket> expected = Naive.list(all.values(), t -> isWanted(t, criteria), TicketModelTest::place, slice);
        assertThat(tx.tickets().list(criteria, slice)).isEqualTo(expected);
        if (!expected.isEmpty()) {
            Slice next = Naive.behind(expected.get(expected.size() - 1), slice, TicketModelTest::place);
            assertThat(tx.tickets().list(criteria, next))
                    .isEqualTo(Naive.list(all.values(), t -> isWanted(t, criteria), TicketModelTest::place, next));
        }
        assertThat(tx.tickets().count(criteria))
                .isEqualTo(
                        all.values().stream().filter(t -> isWanted(t, criteria)).count());
        if (!all.isEmpty()) {
            Ticket any = naive.any(List.copyOf(all.values()));
            assertThat(tx.tickets().find(any.number(), criteria.reach()))
                    .isEqualTo(Optional.of(any).filter(t -> isIn(criteria.reach(), t)));
        }
        return true;
    }

    private static TicketCriteria criteria(Naive naive) {
        Set<TicketStatus> statuses = naive.oneIn(2)
                ? Set.of()
                : EnumSet.of(naive.any(List.of(TicketStatus.values())), naive.any(List.of(TicketStatus.values())));
        return new TicketCriteria(
                naive.reach(),
                naive.maybe(naive.customers),
                statuses,
                naive.maybe(Naive.TEAMS),
                naive.maybe(Naive.AGENTS),
                naive.maybe(List.of("withdrawal", "kyc")),
                naive.oneIn(4),
                naive.period());
    }

    private static boolean isWanted(Ticket ticket, TicketCriteria c) {
        return isIn(c.reach(), ticket)
                && Naive.fits(c.customer(), ticket.customer())
                && (c.statuses().isEmpty() || c.statuses().contains(ticket.status()))
                && Naive.fits(c.team(), ticket.team())
                && (c.assignee().isEmpty() || c.assignee().equals(ticket.assignee()))
                && Naive.fits(c.categoryRoot(), ticket.category().root())
                && (!c.waiting() || ticket.clock().waitingSince().isPresent())
                && (c.opened().isEmpty() || c.opened().get().contains(ticket.createdAt()));
    }

    private static boolean isIn(Reach reach, Ticket ticket) {
        return reach.covers(ticket.team(), ticket.assignee(), Optional.of(ticket.customer()));
    }

    private static Position place(Ticket ticket) {
        return new Position(ticket.createdAt(), ticket.id().value());
    }

    /** Rolls a transaction back. */
    private static final class PlannedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
