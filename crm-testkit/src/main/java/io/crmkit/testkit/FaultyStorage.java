package io.crmkit.testkit;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A storage that counts the calls to the stores of another one and fails at one of them, or at a commit, as a lost
 * connection would. Without a fault it behaves as the other one. Thread-safe. A fault happens once.
 */
public final class FaultyStorage implements CrmStorage {
    private final CrmStorage target;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<@Nullable Fault> fault = new AtomicReference<>();

    /** Whether the call that fails takes effect. */
    public enum Moment {
        /** The call does nothing. */
        BEFORE,
        /** The call takes effect, but its caller does not learn of it. */
        AFTER
    }

    private record Fault(int call, Moment moment, Throwable failure) {}

    /** Stands before {@code target}, which it closes when it is closed. */
    public FaultyStorage(CrmStorage target) {
        this.target = target;
    }

    /**
     * Throws {@code failure} at a store call.
     *
     * @param call which one, counted from now on, from 1
     * @param failure a {@link RuntimeException} or an {@link Error}
     * @throws IllegalArgumentException if it is neither, or {@code call} is less than 1
     */
    public void failAtCall(int call, Moment moment, Throwable failure) {
        if (call < 1) {
            throw new IllegalArgumentException("call is " + call + ", allowed from 1");
        }
        fault.set(new Fault(calls.get() + call, moment, unchecked(failure)));
    }

    /**
     * Throws {@code failure} when the next transaction has done its work and is about to commit; nothing is kept.
     *
     * @param failure a {@link RuntimeException} or an {@link Error}
     * @throws IllegalArgumentException if it is neither
     */
    public void failAtCommit(Throwable failure) {
        fault.set(new Fault(0, Moment.BEFORE, unchecked(failure)));
    }

    /** Takes back a fault that has not happened yet. */
    public void heal() {
        fault.set(null);
    }

    /** Says whether a fault has still to happen. */
    public boolean armed() {
        return fault.get() != null;
    }

    /** Returns how many calls were made to stores so far, failed ones included. */
    public int calls() {
        return calls.get();
    }

    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        return target.inTransaction(transaction -> {
            T result = work.apply(WatchedStores.watch(transaction, this::around));
            failIf(0, Moment.BEFORE);
            return result;
        });
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return target.capabilities();
    }

    @Override
    public void close() {
        target.close();
    }

    private @Nullable Object around(Method method, WatchedStores.Call call) throws Throwable {
        int number = calls.incrementAndGet();
        failIf(number, Moment.BEFORE);
        Object result = call.make();
        failIf(number, Moment.AFTER);
        return result;
    }

    private void failIf(int call, Moment moment) {
        Fault next = fault.get();
        if (next != null && next.call == call && next.moment == moment && fault.compareAndSet(next, null)) {
            if (next.failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) next.failure;
        }
    }

    private static Throwable unchecked(Throwable failure) {
        if (failure instanceof RuntimeException || failure instanceof Error) {
            return failure;
        }
        throw new IllegalArgumentException("no store throws a checked exception");
    }
}
