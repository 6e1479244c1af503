package io.crmkit.ticket;

import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import java.time.Instant;

/**
 * A remark that customers never see. It has a type of its own so that nothing made for customers can hold one.
 *
 * @param id the id
 * @param ticket which ticket it was written into
 * @param customer whose ticket
 * @param author who wrote it
 * @param at when
 * @param text plain text, as written
 */
public record InternalComment(
        MessageId id, TicketId ticket, CustomerId customer, ActorRef author, Instant at, String text)
        implements Message {
    /** Ids only: the text is personal. */
    @Override
    public String toString() {
        return "InternalComment[" + id + "]";
    }
}
