package io.crmkit.verify.planted.storage;

import io.crmkit.verify.planted.ticket.internal.DefaultPlanted;

/** An adapter that knows an internal class. */
public final class Adapter {
    /** Says nothing. */
    public String name(DefaultPlanted internal) {
        return internal.name();
    }
}
