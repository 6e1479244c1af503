package io.crmkit.ticket;

/**
 * Asks to merge one ticket of a customer into another of the same customer. The source becomes CLOSED; its messages stay
 * readable under it.
 *
 * @param target the ticket that goes on
 * @param source the ticket that ends
 */
public record MergeTickets(TicketId target, TicketId source) {}
