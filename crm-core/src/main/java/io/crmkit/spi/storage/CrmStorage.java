package io.crmkit.spi.storage;

import java.util.Set;
import java.util.function.Function;

/** Keeps the CRM's records. Thread-safe. Must pass {@code CrmStorageContract}. */
public interface CrmStorage extends AutoCloseable {
    /**
     * Runs {@code work} exactly once, atomically. When it returns, everything that it wrote is visible to transactions
     * that begin later; when it throws, an {@link Error} included, nothing is, and the same throwable leaves this method.
     * {@code work} sees its own writes, and otherwise only what was committed; it never sees half of another
     * transaction. The transaction handed to it is usable on this thread only and until it ends; after that every call
     * throws {@link IllegalStateException}. A call within {@code work} starts another, independent transaction.
     *
     * <p>Two transactions that write different records do not wait for each other. One that writes a record which
     * another has written and not yet committed waits for it, a few seconds at most.
     *
     * @throws io.crmkit.error.StorageBusyException if it waited too long or lost a race; nothing was written
     * @throws io.crmkit.error.StorageException if the storage failed; nothing was written
     * @throws io.crmkit.error.OutcomeUnknownException if it cannot be known whether all was written or nothing
     * @throws IllegalStateException after {@link #close()}
     */
    <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work);

    /** Returns what this storage is able to do beyond the rules of this package. */
    Set<StorageCapability> capabilities();

    /** Gives back what the storage holds. A second call does nothing. */
    @Override
    void close();
}
