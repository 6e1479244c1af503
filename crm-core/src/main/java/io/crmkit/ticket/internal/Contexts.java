package io.crmkit.ticket.internal;

import io.crmkit.activity.ActivityCount;
import io.crmkit.actor.Permission;
import io.crmkit.customer.Customer;
import io.crmkit.customer.internal.CustomerMasks;
import io.crmkit.internal.access.Reading;
import io.crmkit.note.Note;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.MessageKind;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketContext;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketTimes;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what stands beside a ticket. */
final class Contexts {
    private static final int MESSAGES = 50;
    private static final int NOTES = 20;
    private static final int TICKETS = 10;

    private Contexts() {}

    static TicketContext of(Reading reading, TicketId id) {
        Ticket ticket = Tickets.get(reading, id, Permission.TICKET_READ);
        Customer customer =
                reading.tx().customers().find(ticket.customer(), Reach.all()).orElseThrow();
        return new TicketContext(
                ticket,
                CustomerMasks.masked(customer, reading),
                messages(reading, ticket),
                notes(reading, customer),
                others(reading, ticket),
                earlierOfKind(reading, ticket),
                activities(reading, customer),
                TicketTimes.of(reading.tx().ticketEvents().of(id), reading.now()));
    }

    /** Public messages, and internal comments for those who may read them. */
    static Set<MessageKind> readable(Reading reading, Ticket ticket) {
        boolean all = reading.reach(Permission.COMMENT_READ)
                .covers(ticket.team(), ticket.assignee(), Optional.of(ticket.customer()));
        return all ? EnumSet.allOf(MessageKind.class) : EnumSet.of(MessageKind.PUBLIC);
    }

    private static List<Message> messages(Reading reading, Ticket ticket) {
        List<Message> latest = new ArrayList<>(reading.tx()
                .messages()
                .list(ticket.id(), readable(reading, ticket), Slice.first(SortOrder.NEWEST_FIRST, MESSAGES)));
        Collections.reverse(latest);
        return latest;
    }

    private static List<Note> notes(Reading reading, Customer customer) {
        Reach reach = reading.reach(Permission.NOTE_READ);
        Map<Object, Note> notes = new LinkedHashMap<>();
        for (boolean pinned : new boolean[] {true, false}) {
            NoteCriteria criteria = new NoteCriteria(
                    reach, Optional.of(customer.id()), Optional.empty(), List.of(), false, pinned, Optional.empty());
            reading.tx()
                    .notes()
                    .list(criteria, Slice.first(SortOrder.NEWEST_FIRST, NOTES))
                    .forEach(note -> notes.putIfAbsent(note.id(), note));
        }
        return notes.values().stream().limit(NOTES).toList();
    }

    private static List<ActivityCount> activities(Reading reading, Customer customer) {
        boolean within = reading.reach(Permission.ACTIVITY_READ)
                .covers(customer.team(), customer.owner(), Optional.of(customer.id()));
        return within ? reading.tx().activities().counts(customer.id()) : List.of();
    }

    private static List<Ticket> others(Reading reading, Ticket ticket) {
        TicketCriteria criteria =
                TicketCriteria.within(reading.reach(Permission.TICKET_READ)).of(ticket.customer());
        return reading.tx().tickets().list(criteria, Slice.first(SortOrder.NEWEST_FIRST, TICKETS + 1)).stream()
                .filter(other -> !other.id().equals(ticket.id()))
                .limit(TICKETS)
                .toList();
    }

    /** Counts over all teams: whether it is the first time is about the customer, and the number tells no content. */
    private static long earlierOfKind(Reading reading, Ticket ticket) {
        TicketCriteria criteria = TicketCriteria.within(Reach.all())
                .of(ticket.customer())
                .root(ticket.category().root())
                .opened(new TimeRange(Instant.EPOCH, ticket.createdAt()));
        return reading.tx().tickets().count(criteria);
    }
}
