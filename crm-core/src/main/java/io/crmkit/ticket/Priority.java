package io.crmkit.ticket;

/** How soon a ticket should be worked on; in rising order. */
public enum Priority {
    /** Can wait. */
    LOW,
    /** The usual. */
    NORMAL,
    /** Before the usual ones. */
    HIGH,
    /** Before all others. */
    URGENT
}
