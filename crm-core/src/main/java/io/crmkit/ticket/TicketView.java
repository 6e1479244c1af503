package io.crmkit.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as its customer sees it: the mapped state and what is public, nothing else.
 *
 * @param id the id
 * @param number the short number
 * @param subject the first line
 * @param status the mapped state
 * @param openedAt when opened
 * @param followUpOf the closed ticket that this one goes on from
 * @param messages the public messages, earliest first; at most the last 200
 */
public record TicketView(
        TicketId id,
        TicketNumber number,
        String subject,
        CustomerTicketStatus status,
        Instant openedAt,
        Optional<TicketId> followUpOf,
        List<PublicMessage> messages) {
    /** Copies the messages. */
    public TicketView {
        messages = List.copyOf(messages);
    }

    /** Id and state only: the rest is personal. */
    @Override
    public String toString() {
        return "TicketView[" + id + " " + status + "]";
    }
}
