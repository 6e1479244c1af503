package io.crmkit.testkit;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A storage that nothing may touch: a transaction fails before it begins and is counted, so that a test can prove that
 * something was refused before any record was looked at, even if the failure was swallowed. Thread-safe.
 */
public final class TripwireStorage implements CrmStorage {
    private final AtomicInteger touched = new AtomicInteger();

    /** Makes a storage without anything in it. */
    public TripwireStorage() {}

    /** Returns how many transactions were tried so far. */
    public int touched() {
        return touched.get();
    }

    /**
     * Never runs {@code work}.
     *
     * @throws AssertionError always
     */
    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        touched.incrementAndGet();
        throw new AssertionError("the storage was touched");
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return Set.of();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
