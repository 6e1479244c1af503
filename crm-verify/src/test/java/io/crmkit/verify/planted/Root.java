package io.crmkit.verify.planted;

/** Depends on an internal class that depends on the root. */
public final class Root {
    /** Says nothing. */
    public String name() {
        return new io.crmkit.verify.planted.ticket.internal.DefaultPlanted().name();
    }
}
