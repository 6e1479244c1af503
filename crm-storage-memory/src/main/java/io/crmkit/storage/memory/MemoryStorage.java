package io.crmkit.storage.memory;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A complete storage on the heap: for tests, demonstrations and local runs. What was committed is one immutable
 * snapshot. A transaction works on a snapshot of its own, locks the records and unique keys that it writes until it
 * ends, and its commit puts its records into the newest snapshot. So readers wait for nobody, and writers wait only for
 * writers of the same record: two seconds at most, and not at all where each would wait for the other.
 *
 * <p>Thread-safe. {@link #close()} forgets everything; transactions that are under way then fail.
 */
public final class MemoryStorage implements CrmStorage {
    private final Locks locks = new Locks();
    private final AtomicLong numbers = new AtomicLong();
    private final ReentrantLock committing = new ReentrantLock();
    private volatile Snapshot committed = Snapshot.EMPTY;
    private volatile boolean closed;

    private MemoryStorage() {}

    /** Creates an empty storage. */
    public static MemoryStorage create() {
        return new MemoryStorage();
    }

    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        refuseIfClosed();
        Transaction transaction = new Transaction(this);
        try {
            T result = work.apply(new MemoryTransaction(transaction));
            if (transaction.hasWritten()) {
                commit(transaction);
            }
            return result;
        } finally {
            transaction.end();
            locks.release(transaction);
        }
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return Set.of();
    }

    @Override
    public void close() {
        committing.lock();
        try {
            closed = true;
            committed = Snapshot.EMPTY;
        } finally {
            committing.unlock();
        }
    }

    Snapshot committed() {
        return committed;
    }

    Locks locks() {
        return locks;
    }

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    /** Nobody else wrote the same records meanwhile: this transaction holds their locks. */
    private void commit(Transaction transaction) {
        committing.lock();
        try {
            refuseIfClosed();
            committed = transaction.onto(committed);
        } finally {
            committing.unlock();
        }
    }

    void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("the storage is closed");
        }
    }
}
