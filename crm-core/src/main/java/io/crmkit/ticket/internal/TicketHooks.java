package io.crmkit.ticket.internal;

import io.crmkit.automation.RuleEvent;
import io.crmkit.internal.access.Writing;
import io.crmkit.ticket.Ticket;
import java.util.Optional;

/** What the rules want to know of tickets. */
public interface TicketHooks {
    /** Something happened; whatever the rules do to the ticket is stored together with it. */
    void happened(RuleEvent event, TicketEditor ticket);

    /** A ticket was stored: plans what becomes due later. */
    void stored(Writing writing, Optional<Ticket> before, Ticket after);
}
