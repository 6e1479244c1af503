package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TicketEventStore;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketId;
import io.crmkit.time.TimeRange;
import java.util.List;

/** What happened to tickets. */
final class JpaTicketEvents implements TicketEventStore {
    private static final Work.UniqueKey SEQUENCE = new Work.UniqueKey("ticket_event_uq", "sequence");

    private final Work work;

    JpaTicketEvents(Work work) {
        this.work = work;
    }

    @Override
    public void append(List<TicketEvent> events) {
        work.insertAll(events.stream().map(TicketEventRow::of).toList(), SEQUENCE);
    }

    @Override
    public List<TicketEvent> of(TicketId ticket) {
        return events(Hql.of("select e from CrmTicketEvent e")
                .is("e.ticket", ticket.value())
                .orderBy("e.sequence"));
    }

    @Override
    public List<TicketEvent> list(TimeRange period, Reach reach, Slice slice) {
        Hql query = reach.everything()
                ? Hql.of("select e from CrmTicketEvent e")
                : Hql.of("select e from CrmTicketEvent e join CrmTicket t on t.id = e.ticket")
                        .reach(reach, "t.team", "t.assignee", "");
        return events(query.during("e.at", period).slice(slice, "e.at", "e.id"));
    }

    private List<TicketEvent> events(Hql query) {
        return work.list(query, TicketEventRow.class).stream()
                .map(TicketEventRow::toEvent)
                .toList();
    }
}
