package io.crmkit.internal.access;

import java.util.UUID;

/** A command that can be asked for twice: does it, or finds again what it made. */
public interface Repeatable<T> {
    /** Does it. */
    T perform(Writing writing);

    /** Finds what the first call made, as it is now. */
    T reload(Writing writing, UUID id);

    /** The id of the result. */
    UUID idOf(T result);
}
