package io.crmkit.spi.storage;

/** Who may read a message. */
public enum MessageKind {
    /** {@link io.crmkit.ticket.PublicMessage}. */
    PUBLIC,
    /** {@link io.crmkit.ticket.InternalComment}. */
    INTERNAL
}
