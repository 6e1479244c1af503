package io.crmkit.spi.storage;

import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketId;
import io.crmkit.time.TimeRange;
import java.util.List;

/** What happened to tickets: only ever added to; ordered by {@code at} and id. */
public interface TicketEventStore {
    /**
     * Adds events.
     *
     * @throws DuplicateKeyException if a ticket has an event with that sequence ({@code sequence}) already
     */
    void append(List<TicketEvent> events);

    /** Returns a ticket's events by sequence. */
    List<TicketEvent> of(TicketId ticket);

    /** Lists the events within a time of all tickets that are in reach as they are now, by team and assignee. */
    List<TicketEvent> list(TimeRange period, Reach reach, Slice slice);
}
