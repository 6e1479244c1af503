package io.crmkit.attachment;

/** What people should know of a file that was let in. */
public enum ContentWarning {
    /** A PDF holds a script. */
    SCRIPT,
    /** A PDF does something when it is opened or looked at. */
    AUTOMATIC_ACTION,
    /** A PDF holds another file. */
    EMBEDDED_FILE,
    /** A PDF refers to content that is elsewhere. */
    EXTERNAL_CONTENT,
    /** A PDF has a part that could not be looked through. */
    OPAQUE,
    /** A moving PNG was reduced to its first picture. */
    ANIMATION_REMOVED
}
