package io.crmkit.storage.memory;

import io.crmkit.spi.storage.IdempotencyRecord;
import io.crmkit.spi.storage.IdempotencyStore;
import java.time.Instant;
import java.util.Optional;

/** Idempotency keys. */
final class MemoryIdempotency implements IdempotencyStore {
    private static final Layout<IdempotencyRecord> RECORDS =
            new Layout<>("idempotency key", row -> Listings.at(row.at(), row.result(), row.key()));

    private final Transaction transaction;

    MemoryIdempotency(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void insert(IdempotencyRecord record) {
        transaction.lockNew(RECORDS, record.key(), "key");
        transaction.write(RECORDS, record.key(), record);
    }

    @Override
    public Optional<IdempotencyRecord> find(String key) {
        return transaction.table(RECORDS).get(key);
    }

    /** Removes those from before a time. */
    static int purge(Transaction transaction, Instant limit, int most) {
        return Purge.of(transaction, RECORDS, row -> true).before(limit, most);
    }
}
