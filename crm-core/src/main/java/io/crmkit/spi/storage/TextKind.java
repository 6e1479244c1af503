package io.crmkit.spi.storage;

/** Which texts name something. */
public enum TextKind {
    /** The text of a note; in reach as the note is, while it is not deleted. */
    NOTE,
    /** The subject of a ticket; in reach as the ticket is. */
    TICKET,
    /** A message between customer and desk; in reach as its ticket is. */
    PUBLIC_MESSAGE,
    /** A comment among the desk; in reach as its ticket is. */
    INTERNAL_MESSAGE
}
