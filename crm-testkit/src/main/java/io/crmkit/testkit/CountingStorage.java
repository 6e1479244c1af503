package io.crmkit.testkit;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A storage that counts transactions and calls to the stores of another one, so that tests can set budgets. Thread-safe. */
public final class CountingStorage implements CrmStorage {
    private final CrmStorage target;
    private final Object lock = new Object();
    private final SortedMap<String, Integer> calls = new TreeMap<>();
    private int transactions;

    /** Stands before {@code target}, which it closes when it is closed. */
    public CountingStorage(CrmStorage target) {
        this.target = target;
    }

    /** Returns how often each method was called so far, by store and name, such as {@code TicketStore.find}. */
    public SortedMap<String, Integer> calls() {
        synchronized (lock) {
            return new TreeMap<>(calls);
        }
    }

    /** Returns how many calls were made to all stores so far. */
    public int total() {
        synchronized (lock) {
            return calls.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Returns how many transactions were begun so far. */
    public int transactions() {
        synchronized (lock) {
            return transactions;
        }
    }

    /** Begins to count anew. */
    public void reset() {
        synchronized (lock) {
            calls.clear();
            transactions = 0;
        }
    }

    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        synchronized (lock) {
            transactions++;
        }
        return target.inTransaction(transaction -> work.apply(WatchedStores.watch(transaction, this::around)));
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
        synchronized (lock) {
            calls.merge(method.getDeclaringClass().getSimpleName() + "." + method.getName(), 1, Integer::sum);
        }
        return call.make();
    }
}
