package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.spi.storage.TicketStore;
import io.crmkit.spi.storage.TicketSurroundings;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tickets. */
final class JpaTickets implements TicketStore {
    private static final Work.UniqueKey NUMBER = new Work.UniqueKey("ticket_number_uq", "number");

    private final Work work;

    JpaTickets(Work work) {
        this.work = work;
    }

    @Override
    public TicketNumber nextNumber() {
        return new TicketNumber(work.nextNumber());
    }

    @Override
    public void insert(Ticket ticket) {
        work.insert(TicketRow.of(ticket), NUMBER);
    }

    @Override
    public void update(Ticket ticket) {
        UUID id = ticket.id().value();
        TicketRow row = TicketRow.of(ticket);
        row.version = ticket.version() - 1;
        work.update(
                row,
                "ticket " + ticket.id(),
                row.version,
                () -> work.first(Hql.of("select t.version from CrmTicket t").is("t.id", id), Long.class));
    }

    @Override
    public Optional<Ticket> find(TicketId id, Reach reach) {
        return one(within("select t from CrmTicket t", reach).is("t.id", id.value()));
    }

    @Override
    public Optional<Ticket> find(TicketNumber number, Reach reach) {
        return one(within("select t from CrmTicket t", reach).is("t.number", number.value()));
    }

    private Optional<Ticket> one(Hql query) {
        return tickets(query).stream().findFirst();
    }

    @Override
    public Optional<TicketSurroundings> surroundings(TicketId id, Reach reach, int others) {
        Hql query = within(
                        "select t, c, (select count(*) from CrmTicket e join CrmTicket m on m.id = :id"
                                + " where e.customer = m.customer and e.categoryRoot = m.categoryRoot"
                                + " and e.createdAt < m.createdAt)"
                                + " from CrmTicket t join CrmCustomer c on c.id = t.customer",
                        reach)
                .with("id", id.value())
                .and("t.customer = (select o.customer from CrmTicket o where o.id = :id)")
                .orderBy("case when t.id = :id then 0 else 1 end, t.createdAt desc, t.id desc")
                .limit(others + 1);
        List<Object[]> rows = work.list(query, Object[].class);
        List<Ticket> tickets =
                rows.stream().map(row -> ((TicketRow) row[0]).toTicket()).toList();
        if (tickets.isEmpty() || !tickets.get(0).id().equals(id)) {
            return Optional.empty();
        }
        return Optional.of(new TicketSurroundings(
                tickets.get(0), ((CustomerRow) rows.get(0)[1]).toCustomer(), tickets.subList(1, tickets.size()), (Long)
                        rows.get(0)[2]));
    }

    @Override
    public List<Ticket> findAll(Set<TicketId> ids) {
        if (ids.isEmpty()) {
            work.check();
            return List.of();
        }
        return tickets(Hql.of("select t from CrmTicket t")
                .in("t.id", ids.stream().map(TicketId::value).toList()));
    }

    @Override
    public List<Ticket> list(TicketCriteria criteria, Slice slice) {
        return tickets(wanted("select t from CrmTicket t", criteria).slice(slice, "t.createdAt", "t.id"));
    }

    @Override
    public long count(TicketCriteria criteria) {
        return work.list(wanted("select count(*) from CrmTicket t", criteria), Long.class)
                .get(0);
    }

    private static Hql wanted(String beginning, TicketCriteria criteria) {
        Hql query = within(beginning, criteria.reach())
                .is("t.customer", criteria.customer().map(customer -> customer.value()))
                .is("t.team", criteria.team().map(Object::toString))
                .is("t.assignee", criteria.assignee().map(Object::toString))
                .is("t.categoryRoot", criteria.categoryRoot())
                .during("t.createdAt", criteria.opened());
        if (!criteria.statuses().isEmpty()) {
            query.in(
                    "t.status",
                    criteria.statuses().stream().map(Enum::name).sorted().toList());
        }
        return criteria.waiting() ? query.and("t.waitingSince is not null") : query;
    }

    private static Hql within(String beginning, Reach reach) {
        return Hql.of(beginning).reach(reach, "t.team", "t.assignee", "t.customer");
    }

    private List<Ticket> tickets(Hql query) {
        return work.list(query, TicketRow.class).stream()
                .map(TicketRow::toTicket)
                .toList();
    }
}
