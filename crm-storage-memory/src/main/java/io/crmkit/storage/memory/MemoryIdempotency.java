package io.crmkit.storage.memory;

import io.crmkit.spi.storage.IdempotencyRecord;
import io.crmkit.spi.storage.IdempotencyStore;
import java.time.Instant;
import java.util.Iterator;
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

    @Override
    public int purge(Instant limit, int most) {
        int removed = 0;
        Iterator<IdempotencyRecord> old =
                Walk.all(transaction.table(RECORDS)).until(Place.startOf(limit)).rows();
        while (removed < most && old.hasNext()) {
            String key = old.next().key();
            Optional<IdempotencyRecord> newest = transaction.tryLock(RECORDS, key);
            if (newest.filter(record -> record.at().isBefore(limit)).isPresent()) {
                transaction.remove(RECORDS, key);
                removed++;
            }
        }
        return removed;
    }
}
