package io.crmkit.note;

/** What a note records. */
public enum NoteKind {
    /** Anything. */
    GENERAL,
    /** How the customer likes things done. */
    PREFERENCE,
    /** A telephone call. */
    CALL,
    /** Something that went wrong. */
    INCIDENT
}
