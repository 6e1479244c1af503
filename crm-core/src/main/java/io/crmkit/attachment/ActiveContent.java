package io.crmkit.attachment;

/** What happens to a PDF that could do something by itself. */
public enum ActiveContent {
    /** It is not let in. */
    REFUSE,
    /** It is let in, and {@link Inspection.Accepted#warnings()} names what was found. */
    WARN
}
