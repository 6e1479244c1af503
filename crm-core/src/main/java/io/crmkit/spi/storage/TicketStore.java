package io.crmkit.spi.storage;

import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tickets: ordered by {@code createdAt} and id; in reach by team, assignee and customer. */
public interface TicketStore {
    /** Returns a number that no other call returns, greater than those before; gaps are fine, also after a rollback. */
    TicketNumber nextNumber();

    /**
     * Adds a ticket.
     *
     * @throws DuplicateKeyException if the id ({@code id}) or the number ({@code number}) is taken
     */
    void insert(Ticket ticket);

    /**
     * Replaces a ticket.
     *
     * @throws StaleVersionException if the stored version is not {@code ticket.version() - 1}
     */
    void update(Ticket ticket);

    /** Finds a ticket by id. */
    Optional<Ticket> find(TicketId id, Reach reach);

    /** Finds a ticket by its number. */
    Optional<Ticket> find(TicketNumber number, Reach reach);

    /** Finds a ticket by id with its customer and at most this many of the customer's other tickets. One call for all. */
    Optional<TicketSurroundings> surroundings(TicketId id, Reach reach, int others);

    /** Returns the tickets with these ids in any order; unknown ones are left out. At most 1,000 ids. */
    List<Ticket> findAll(Set<TicketId> ids);

    /** Lists tickets. */
    List<Ticket> list(TicketCriteria criteria, Slice slice);

    /** Counts tickets. */
    long count(TicketCriteria criteria);
}
