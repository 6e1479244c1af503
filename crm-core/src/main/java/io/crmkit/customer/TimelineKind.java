package io.crmkit.customer;

/** What a timeline lists. */
public enum TimelineKind {
    /** A ticket was opened. */
    TICKET,
    /** A public message in a ticket. */
    MESSAGE,
    /** An internal comment in a ticket. */
    COMMENT,
    /** A note. */
    NOTE,
    /** A change of the customer's fields. */
    CHANGE
}
