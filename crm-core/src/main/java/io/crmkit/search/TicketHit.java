package io.crmkit.search;

import io.crmkit.text.TextMatch;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.Ticket;
import java.util.Optional;

/**
 * A text of a ticket that was found, and why. New components may come in minor releases.
 *
 * @param ticket the ticket
 * @param message which of its messages; empty for the subject
 * @param match where in the text
 */
public record TicketHit(Ticket ticket, Optional<Message> message, TextMatch match) {}
