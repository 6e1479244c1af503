package io.crmkit.storage.memory;

import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.spi.storage.TicketStore;
import io.crmkit.spi.storage.TicketSurroundings;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketNumber;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tickets. */
final class MemoryTickets implements TicketStore {
    private static final Layout<Ticket> TICKETS = new Layout<>("ticket", MemoryTickets::listings);

    static final MergedRows.Moved<Ticket> MOVED =
            new MergedRows.Moved<>(TICKETS, id -> List.of("customer " + id), Owners::with);

    private final Transaction transaction;

    MemoryTickets(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Whether what belongs to a ticket is in reach by the team and assignee that it has now. */
    static boolean isIn(Transaction transaction, Reach reach, TicketId id) {
        return reach.everything()
                || find(transaction, id)
                        .filter(ticket -> reach.covers(ticket.team(), ticket.assignee(), Optional.empty()))
                        .isPresent();
    }

    /** The ticket as the transaction sees it, whatever the reach: things of tickets are in reach by their ticket. */
    static Optional<Ticket> find(Transaction transaction, TicketId id) {
        return transaction.table(TICKETS).get(id.toString());
    }

    /** Whether the transaction sees the ticket closed. */
    static boolean isClosed(Transaction transaction, TicketId id) {
        return find(transaction, id)
                .filter(ticket -> ticket.status() == TicketStatus.CLOSED)
                .isPresent();
    }

    @Override
    public TicketNumber nextNumber() {
        return new TicketNumber(transaction.nextNumber());
    }

    @Override
    public void insert(Ticket ticket) {
        String key = ticket.id().toString();
        transaction.lockNew(TICKETS, key, "id");
        if (transaction.lockUnique(TICKETS, "number " + ticket.number(), key)) {
            throw new DuplicateKeyException("number");
        }
        transaction.write(TICKETS, key, ticket);
    }

    @Override
    public void update(Ticket ticket) {
        String key = ticket.id().toString();
        transaction.lockVersion(TICKETS, key, ticket, Ticket::version);
        transaction.write(TICKETS, key, ticket);
    }

    @Override
    public Optional<Ticket> find(TicketId id, Reach reach) {
        return find(transaction, id).filter(ticket -> isIn(reach, ticket));
    }

    @Override
    public Optional<Ticket> find(TicketNumber number, Reach reach) {
        return Walk.of(transaction.table(TICKETS), "number " + number).stream()
                .filter(ticket -> isIn(reach, ticket))
                .findFirst();
    }

    @Override
    public Optional<TicketSurroundings> surroundings(TicketId id, Reach reach, int others) {
        return find(id, reach)
                .map(ticket -> new TicketSurroundings(
                        ticket,
                        MemoryCustomers.find(transaction, ticket.customer()).orElseThrow(),
                        others(ticket, reach, others),
                        earlierOfKind(ticket)));
    }

    private List<Ticket> others(Ticket ticket, Reach reach, int limit) {
        TicketCriteria criteria = TicketCriteria.within(reach).of(ticket.customer());
        return walk(transaction, criteria)
                .list(
                        Slice.first(SortOrder.NEWEST_FIRST, limit),
                        other -> !other.id().equals(ticket.id()) && isWanted(other, criteria));
    }

    private long earlierOfKind(Ticket ticket) {
        return count(TicketCriteria.within(Reach.all())
                .of(ticket.customer())
                .root(ticket.category().root())
                .opened(new TimeRange(Instant.EPOCH, ticket.createdAt())));
    }

    @Override
    public List<Ticket> findAll(Set<TicketId> ids) {
        Table<Ticket> table = transaction.table(TICKETS);
        return ids.stream().flatMap(id -> table.get(id.toString()).stream()).toList();
    }

    @Override
    public List<Ticket> list(TicketCriteria criteria, Slice slice) {
        return walk(transaction, criteria).list(slice, ticket -> isWanted(ticket, criteria));
    }

    @Override
    public long count(TicketCriteria criteria) {
        return walk(transaction, criteria).stream()
                .filter(ticket -> isWanted(ticket, criteria))
                .count();
    }

    /** The shortest way through the wanted tickets; there may be others beside it. */
    static Walk<Ticket> walk(Transaction transaction, TicketCriteria criteria) {
        Set<TicketStatus> statuses =
                criteria.statuses().isEmpty() ? EnumSet.allOf(TicketStatus.class) : criteria.statuses();
        Walk<Ticket> walk = Walk.all(transaction.table(TICKETS)).during(criteria.opened());
        walk.within(each("status", statuses));
        criteria.customer().ifPresent(id -> walk.within("customer " + id));
        criteria.team().ifPresent(team -> walk.within(each("team " + team, statuses)));
        criteria.assignee().ifPresent(agent -> walk.within(each("assignee " + agent, statuses)));
        criteria.categoryRoot().ifPresent(root -> walk.within("root " + root));
        if (criteria.waiting()) {
            walk.within("waiting");
        }
        Reach reach = criteria.reach();
        if (!reach.everything()) {
            List<String> groups = new ArrayList<>();
            reach.teams().forEach(team -> groups.addAll(each("team " + team, statuses)));
            reach.owner().ifPresent(agent -> groups.addAll(each("assignee " + agent, statuses)));
            reach.customer().ifPresent(id -> groups.add("customer " + id));
            walk.within(groups);
        }
        return walk;
    }

    private static List<String> each(String group, Set<TicketStatus> statuses) {
        return statuses.stream().map(status -> group + " " + status).toList();
    }

    private static boolean isIn(Reach reach, Ticket ticket) {
        return reach.covers(ticket.team(), ticket.assignee(), Optional.of(ticket.customer()));
    }

    private static boolean isWanted(Ticket ticket, TicketCriteria criteria) {
        return isIn(criteria.reach(), ticket)
                && (criteria.statuses().isEmpty() || criteria.statuses().contains(ticket.status()))
                && (criteria.assignee().isEmpty() || criteria.assignee().equals(ticket.assignee()))
                && (!criteria.waiting() || ticket.clock().waitingSince().isPresent())
                && criteria.customer().map(ticket.customer()::equals).orElse(true)
                && criteria.team().map(ticket.team()::equals).orElse(true)
                && criteria.categoryRoot().map(ticket.category().root()::equals).orElse(true);
    }

    private static Listings listings(Ticket ticket) {
        Listings listings = Listings.at(
                        ticket.createdAt(), ticket.id().value(), ticket.id().toString())
                .in("number " + ticket.number())
                .in("customer " + ticket.customer())
                .in("status " + ticket.status())
                .in("team " + ticket.team() + " " + ticket.status())
                .in("root " + ticket.category().root());
        ticket.assignee().ifPresent(agent -> listings.in("assignee " + agent + " " + ticket.status()));
        return ticket.clock().waitingSince().isPresent() ? listings.in("waiting") : listings;
    }
}
