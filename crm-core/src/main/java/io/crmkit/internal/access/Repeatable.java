package io.crmkit.internal.access;

import io.crmkit.spi.storage.CrmTransaction;
import java.util.UUID;

/** A command that can be asked for twice: does it, or finds again what it made. */
public interface Repeatable<T> {
    /** What has to come first in the transaction; usually nothing. */
    default void begin(CrmTransaction tx) {}

    /** Does it. */
    T perform(Writing writing);

    /** Finds what the first call made, as it is now. */
    T reload(Writing writing, UUID id);

    /** The id of the result. */
    UUID idOf(T result);
}
