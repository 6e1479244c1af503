package io.crmkit.verify.planted.ticket.internal;

/** An internal class. */
public final class DefaultPlanted {
    /** Says nothing. */
    public String name() {
        return "";
    }
}
