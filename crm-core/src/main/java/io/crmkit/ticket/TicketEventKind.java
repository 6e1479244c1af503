package io.crmkit.ticket;

/** What can happen to a ticket; {@link TicketEvent} says what {@code from} and {@code to} mean. */
public enum TicketEventKind {
    /** Opened; {@code to} is the category. */
    OPENED,
    /** The state changed. */
    STATUS,
    /** The priority changed. */
    PRIORITY,
    /** The category changed. */
    CATEGORY,
    /** Tags changed; both as comma lists. */
    TAGS,
    /** Given to an agent. */
    ASSIGNED,
    /** Given to another team. */
    TEAM,
    /** The customer wrote; {@code to} is {@code waiting} if that began a waiting episode. */
    CUSTOMER_MESSAGE,
    /** A person answered; {@code from} is the instant since when the customer waited, {@code to} the answer's ordinal. */
    HUMAN_REPLY,
    /** An internal comment. */
    COMMENT,
    /** Another ticket was merged into this one, {@code from}, or this one into another, {@code to}. */
    MERGED,
    /** The customer rated; {@code to} is the number of stars. */
    RATED
}
