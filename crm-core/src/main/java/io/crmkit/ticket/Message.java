package io.crmkit.ticket;

import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import java.time.Instant;

/** One entry of a ticket's conversation: what the customer may read, or what only the desk may. */
public sealed interface Message permits PublicMessage, InternalComment {
    /** The id. */
    MessageId id();

    /** Which ticket it was written into. */
    TicketId ticket();

    /** Whose ticket. */
    CustomerId customer();

    /** Who wrote it. */
    ActorRef author();

    /** When. */
    Instant at();

    /** Plain text, as written; escape it before it becomes part of a page. */
    String text();
}
