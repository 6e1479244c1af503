package io.crmkit.ticket.internal;

import io.crmkit.activity.ActivityCount;
import io.crmkit.actor.Permission;
import io.crmkit.customer.Customer;
import io.crmkit.customer.internal.CustomerMasks;
import io.crmkit.error.NotFoundException;
import io.crmkit.internal.access.Reading;
import io.crmkit.note.Note;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.MessageKind;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TicketSurroundings;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketContext;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketTimes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers what stands beside a ticket. */
final class Contexts {
    private static final int MESSAGES = 50;
    private static final int NOTES = 20;
    private static final int TICKETS = 10;

    private Contexts() {}

    static TicketContext of(Reading reading, TicketId id) {
        TicketSurroundings beside = reading.tx()
                .tickets()
                .surroundings(id, reading.reach(Permission.TICKET_READ), TICKETS)
                .orElseThrow(() -> new NotFoundException("ticket", id.toString()));
        Ticket ticket = beside.ticket();
        Customer customer = beside.customer();
        return new TicketContext(
                ticket,
                CustomerMasks.masked(customer, reading),
                messages(reading, ticket),
                notes(reading, customer),
                beside.others(),
                beside.earlierOfKind(),
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
        return reading.tx().notes().pinnedFirst(customer.id(), reading.reach(Permission.NOTE_READ), NOTES);
    }

    private static List<ActivityCount> activities(Reading reading, Customer customer) {
        boolean within = reading.reach(Permission.ACTIVITY_READ)
                .covers(customer.team(), customer.owner(), Optional.of(customer.id()));
        return within ? reading.tx().activities().counts(customer.id()) : List.of();
    }
}
