package io.crmkit.spi.storage;

import java.util.Optional;

/** Idempotency keys. */
public interface IdempotencyStore {
    /**
     * Adds a record.
     *
     * @throws DuplicateKeyException if the key is taken
     */
    void insert(IdempotencyRecord record);

    /** Finds a record by key. */
    Optional<IdempotencyRecord> find(String key);
}
