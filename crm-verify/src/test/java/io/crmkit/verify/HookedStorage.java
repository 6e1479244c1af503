package io.crmkit.verify;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A storage that lets something happen between two transactions of another one. */
public final class HookedStorage implements CrmStorage {
    private final CrmStorage target;
    private final AtomicReference<@Nullable Runnable> hook = new AtomicReference<>();

    public HookedStorage(CrmStorage target) {
        this.target = target;
    }

    /** Runs this once, when the next transaction has been committed. */
    public void afterNext(Runnable happening) {
        hook.set(happening);
    }

    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        Runnable next = hook.getAndSet(null);
        T result = target.inTransaction(work);
        if (next != null) {
            next.run();
        }
        return result;
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return target.capabilities();
    }

    @Override
    public void close() {
        target.close();
    }
}
