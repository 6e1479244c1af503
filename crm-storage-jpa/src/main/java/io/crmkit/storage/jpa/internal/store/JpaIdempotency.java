package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.IdempotencyRecord;
import io.crmkit.spi.storage.IdempotencyStore;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.Optional;

/** Idempotency keys. */
final class JpaIdempotency implements IdempotencyStore {
    private final Work work;

    JpaIdempotency(Work work) {
        this.work = work;
    }

    @Override
    public void insert(IdempotencyRecord record) {
        try {
            work.insert(IdempotencyRow.of(record));
        } catch (DuplicateKeyException e) {
            throw new DuplicateKeyException("key");
        }
    }

    @Override
    public Optional<IdempotencyRecord> find(String key) {
        return work.get(IdempotencyRow.class, key).map(IdempotencyRow::toRecord);
    }
}
