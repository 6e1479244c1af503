package io.crmkit.spi.storage;

import io.crmkit.customer.Customer;
import io.crmkit.ticket.Ticket;
import java.util.List;

/**
 * A ticket and what stands beside it.
 *
 * @param ticket the ticket
 * @param customer its customer, in reach or not
 * @param others the customer's other tickets within the reach asked for, latest first
 * @param earlierOfKind how many of the customer's tickets with the same category root, in reach or not, were created
 *     before the ticket
 */
public record TicketSurroundings(Ticket ticket, Customer customer, List<Ticket> others, long earlierOfKind) {
    /** Copies the others. */
    public TicketSurroundings {
        others = List.copyOf(others);
    }
}
