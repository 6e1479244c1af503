package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.spi.storage.TicketSurroundings;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketClock;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketNumber;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.time.TimeRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tickets, their numbers and criteria. */
abstract class TicketStoreRules extends StorageRules {
    @Test
    void aStoredTicketIsFoundByIdAndByNumber() {
        Ticket ticket = givenTicket();

        assertEquals(Optional.of(ticket), read(tx -> tx.tickets().find(ticket.id(), ALL)));
        assertEquals(Optional.of(ticket), read(tx -> tx.tickets().find(ticket.number(), ALL)));
        assertEquals(Optional.empty(), read(tx -> tx.tickets().find(new TicketId(samples.id()), ALL)));
        assertEquals(Optional.empty(), read(tx -> tx.tickets().find(new TicketNumber(9_999_999), ALL)));
    }

    @Test
    void numbersGrowWithEveryCall() {
        TicketNumber first = read(tx -> tx.tickets().nextNumber());
        List<TicketNumber> two =
                read(tx -> List.of(tx.tickets().nextNumber(), tx.tickets().nextNumber()));

        assertTrue(first.value() >= 1, "numbers begin with 1");
        assertTrue(
                first.value() < two.get(0).value()
                        && two.get(0).value() < two.get(1).value(),
                "numbers grow");
    }

    @Test
    void aNumberDoesNotComeBackAfterARollback() {
        List<TicketNumber> taken = new ArrayList<>();
        assertThrows(
                IllegalStateException.class,
                () -> write(tx -> {
                    taken.add(tx.tickets().nextNumber());
                    throw new IllegalStateException("planned");
                }));

        TicketNumber next = read(tx -> tx.tickets().nextNumber());

        assertTrue(next.value() > taken.get(0).value());
    }

    @Test
    void aTakenIdIsRefusedAtTheCall() {
        Ticket ticket = givenTicket();
        Ticket other = samples.ticket(ticket.customer()).id(ticket.id().value()).build();

        assertEquals("id", refusedAsDuplicate(other));

        assertEquals(Optional.of(ticket), read(tx -> tx.tickets().find(ticket.id(), ALL)));
    }

    @Test
    void aTakenNumberIsRefusedAtTheCall() {
        Ticket ticket = givenTicket();
        Ticket other = samples.ticket(ticket.customer()).number(ticket.number()).build();

        assertEquals("number", refusedAsDuplicate(other));

        assertEquals(Optional.of(ticket), read(tx -> tx.tickets().find(ticket.number(), ALL)));
    }

    private String refusedAsDuplicate(Ticket ticket) {
        return refusedAtTheCall(DuplicateKeyException.class, tx -> tx.tickets().insert(ticket))
                .key();
    }

    @Test
    void aStaleVersionIsRefusedAtTheCall() {
        Ticket ticket = givenTicket();
        String id = ticket.id().toString();
        write(tx -> tx.tickets().update(TicketSample.after(ticket).build()));

        refusedAsStale(
                id, 1, 2, tx -> tx.tickets().update(TicketSample.after(ticket).build()));
        refusedAsStale(
                id,
                3,
                2,
                tx -> tx.tickets().update(TicketSample.after(ticket).version(4).build()));
        Ticket unknown = samples.ticket(ticket.customer()).version(2).build();
        refusedAsStale(unknown.id().toString(), 1, 0, tx -> tx.tickets().update(unknown));
    }

    @Test
    void anUpdateReplacesTheTicket() {
        Ticket ticket = givenTicket();
        Ticket changed = TicketSample.after(ticket)
                .status(TicketStatus.SOLVED)
                .priority(Priority.URGENT)
                .category("deposit/bank")
                .tags("فوری")
                .build();

        write(tx -> tx.tickets().update(changed));

        assertEquals(Optional.of(changed), read(tx -> tx.tickets().find(ticket.id(), ALL)));
        assertEquals(Optional.of(changed), read(tx -> tx.tickets().find(ticket.number(), ALL)));
        assertEquals(0, count(TicketCriteria.within(ALL).in(Set.of(TicketStatus.NEW))));
        assertEquals(
                1,
                count(TicketCriteria.within(ALL).in(Set.of(TicketStatus.SOLVED)).root("deposit")));
    }

    @Test
    void aTicketIsFoundWithWhatStandsBesideIt() {
        Customer customer = givenCustomer();
        Ticket first =
                given(samples.ticket(customer.id()).category("deposit/bank").team(FIAT));
        Ticket second = given(samples.ticket(customer.id()).category("deposit"));
        Ticket other = given(samples.ticket(customer.id()).category("kyc"));
        Ticket ticket = given(samples.ticket(customer.id()).category("deposit/card"));
        Ticket later = given(samples.ticket(customer.id()).category("deposit/card"));
        given(samples.ticket(givenCustomer().id()).category("deposit/card"));

        TicketSurroundings all = new TicketSurroundings(ticket, customer, List.of(later, other, second, first), 2);
        assertEquals(Optional.of(all), beside(ticket, ALL, 9));
        assertEquals(Optional.of(all), beside(ticket, ALL, 4));
        assertEquals(
                Optional.of(new TicketSurroundings(ticket, customer, List.of(later, other), 2)),
                beside(ticket, ALL, 2));
        assertEquals(Optional.of(new TicketSurroundings(ticket, customer, List.of(), 2)), beside(ticket, ALL, 0));
        assertEquals(
                Optional.of(new TicketSurroundings(ticket, customer, List.of(later, other, second), 2)),
                beside(ticket, reachOf(ticket.team()), 9));
        assertEquals(
                Optional.of(new TicketSurroundings(first, customer, List.of(), 0)), beside(first, reachOf(FIAT), 9));
    }

    private Optional<TicketSurroundings> beside(Ticket ticket, Reach reach, int others) {
        return read(tx -> tx.tickets().surroundings(ticket.id(), reach, others));
    }

    @Test
    void nothingStandsBesideATicketOutOfReach() {
        Customer customer = givenCustomer();
        Ticket ticket = given(samples.ticket(customer.id()).team(FIAT));
        given(samples.ticket(customer.id()).team(CRYPTO));
        TicketId unknown = new TicketId(samples.id());

        assertEquals(Optional.empty(), read(tx -> tx.tickets().surroundings(ticket.id(), reachOf(CRYPTO), 9)));
        assertEquals(Optional.empty(), read(tx -> tx.tickets().surroundings(ticket.id(), Reach.none(), 9)));
        assertEquals(Optional.empty(), read(tx -> tx.tickets().surroundings(unknown, ALL, 9)));
    }

    @Test
    void manyTicketsAreFoundByTheirIdsAtOnce() {
        Ticket first = givenTicket();
        Ticket second = givenTicket();
        givenTicket();
        Set<TicketId> ids = new HashSet<>(Set.of(first.id(), second.id()));
        while (ids.size() < 1_000) {
            ids.add(new TicketId(samples.id()));
        }

        List<Ticket> found = read(tx -> tx.tickets().findAll(ids));

        assertEquals(2, found.size(), "unknown ones are left out, none comes twice");
        assertEquals(Set.of(first, second), Set.copyOf(found));
        assertEquals(List.of(), read(tx -> tx.tickets().findAll(Set.of())));
    }

    @Test
    void eachCriterionMustHold() {
        Customer customer = givenCustomer();
        TicketCriteria all = TicketCriteria.within(ALL);
        Ticket first = given(samples.ticket(customer.id()).team(FIAT).assignee(SARA));
        Ticket second = given(samples.ticket(customer.id())
                .status(TicketStatus.OPEN)
                .clock(TicketClock.startingAt(SampleRecords.START.plusSeconds(60), false)));
        Ticket third = given(samples.ticket(givenCustomer().id())
                .createdAt(SampleRecords.START.plusSeconds(120))
                .team(FIAT)
                .assignee(KUMAR)
                .status(TicketStatus.SOLVED));

        assertListed(all, first, second, third);
        assertListed(all.of(customer.id()), first, second);
        assertListed(all.in(Set.of(TicketStatus.OPEN, TicketStatus.SOLVED)), second, third);
        assertListed(all.assignedTo(KUMAR), third);
        assertListed(of(all, Optional.of(FIAT), false), first, third);
        assertListed(of(all, Optional.empty(), true), first, third);
        assertListed(all.opened(new TimeRange(second.createdAt(), third.createdAt())), second);
        assertListed(of(all.of(customer.id()).in(Set.of(TicketStatus.NEW)), Optional.of(FIAT), true), first);
        assertListed(of(all.assignedTo(SARA).in(Set.of(TicketStatus.SOLVED)), Optional.of(FIAT), true));
    }

    private static TicketCriteria of(TicketCriteria criteria, Optional<TeamId> team, boolean waiting) {
        return new TicketCriteria(
                criteria.reach(),
                criteria.customer(),
                criteria.statuses(),
                team,
                criteria.assignee(),
                criteria.categoryRoot(),
                waiting,
                criteria.opened());
    }

    @Test
    void theRootOfACategoryIsItsWholeFirstWord() {
        Customer customer = givenCustomer();
        Ticket bare = given(samples.ticket(customer.id()).category("deposit"));
        Ticket path = given(samples.ticket(customer.id()).category("deposit/bank/late"));
        Ticket longer = given(samples.ticket(customer.id()).category("deposit-2/bank"));
        Ticket inner = given(samples.ticket(customer.id()).category("bank/deposit"));
        TicketCriteria all = TicketCriteria.within(ALL);

        assertListed(all.root("deposit"), bare, path);
        assertListed(all.root("deposit-2"), longer);
        assertListed(all.root("bank"), inner);
        assertListed(all.root("dep"));
    }

    @Test
    void pagesAreFullAlthoughMostTicketsFailTheCriteria() {
        Customer customer = givenCustomer();
        List<Ticket> wanted = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            boolean open = i % 8 == 7;
            Ticket ticket = given(samples.ticket(customer.id()).status(open ? TicketStatus.OPEN : TicketStatus.NEW));
            if (open) {
                wanted.add(ticket);
            }
        }
        TicketCriteria criteria = TicketCriteria.within(ALL).in(Set.of(TicketStatus.OPEN));

        assertEquals(wanted.subList(0, 2), read(tx -> tx.tickets().list(criteria, oldest(2))));
        assertEquals(3, count(criteria));
    }

    private void assertListed(TicketCriteria criteria, Ticket... expected) {
        assertEquals(List.of(expected), read(tx -> tx.tickets().list(criteria, oldest(100))));
        assertEquals(expected.length, count(criteria));
    }
}
