package io.crmkit.search;

/** What names something. */
public enum MentionKind {
    /** A note. */
    NOTE,
    /** The subject of a ticket. */
    TICKET,
    /** A message between customer and desk. */
    MESSAGE,
    /** An internal comment. */
    COMMENT
}
