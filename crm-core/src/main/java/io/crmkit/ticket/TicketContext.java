package io.crmkit.ticket;

import io.crmkit.activity.ActivityCount;
import io.crmkit.customer.Customer;
import io.crmkit.note.Note;
import java.util.List;

/**
 * Everything that an agent wants beside a ticket, in one call.
 *
 * @param ticket the ticket
 * @param customer its customer, masked as the agent's rights demand
 * @param messages the last 50 messages and comments, earliest first
 * @param notes pinned notes about the customer first, then the latest, 20 at most
 * @param otherTickets the customer's other tickets, latest first, 10 at most
 * @param earlierOfKind how many tickets with the same category root the customer opened before this one
 * @param activities what the customer did in the host, counted; empty if the customer is out of reach for that
 * @param times how long the ticket was in each state so far
 */
public record TicketContext(
        Ticket ticket,
        Customer customer,
        List<Message> messages,
        List<Note> notes,
        List<Ticket> otherTickets,
        long earlierOfKind,
        List<ActivityCount> activities,
        TicketTimes times) {
    /** Copies the lists. */
    public TicketContext {
        messages = List.copyOf(messages);
        notes = List.copyOf(notes);
        otherTickets = List.copyOf(otherTickets);
        activities = List.copyOf(activities);
    }

    /** Says whether this is the customer's first ticket with this category root. */
    public boolean firstOfKind() {
        return earlierOfKind == 0;
    }
}
