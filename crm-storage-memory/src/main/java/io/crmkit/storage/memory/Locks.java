package io.crmkit.storage.memory;

import io.crmkit.error.StorageBusyException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which transaction writes which record or unique key. A lock belongs to a transaction and is held to its end; who
 * waits is served in the order of arrival. Where waiting could never end, it does not begin.
 */
final class Locks {
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

    private final ReentrantLock monitor = new ReentrantLock();
    private final Condition released = monitor.newCondition();
    private final Map<RowName, Transaction> owners = new HashMap<>();
    /** What each waiting thread waits for, in the order of arrival. */
    private final Map<Thread, RowName> waiting = new LinkedHashMap<>();

    /**
     * Takes a lock, waiting for it if another transaction holds it.
     *
     * @throws StorageBusyException if that takes too long, or the other waits for this thread
     */
    void take(RowName name, Transaction transaction) {
        monitor.lock();
        try {
            if (!isFreeFor(name, transaction)) {
                await(name, transaction);
            }
            own(name, transaction);
        } finally {
            monitor.unlock();
        }
    }

    /** Takes a lock if nobody holds it or waits for it. */
    boolean tryTake(RowName name, Transaction transaction) {
        monitor.lock();
        try {
            boolean free = isFreeFor(name, transaction);
            if (free) {
                own(name, transaction);
            }
            return free;
        } finally {
            monitor.unlock();
        }
    }

    void release(Transaction transaction) {
        monitor.lock();
        try {
            transaction.locked().forEach(owners::remove);
            released.signalAll();
        } finally {
            monitor.unlock();
        }
    }

    private void own(RowName name, Transaction transaction) {
        owners.put(name, transaction);
        transaction.locked().add(name);
    }

    private void await(RowName name, Transaction transaction) {
        Thread thread = Thread.currentThread();
        refuseIfEndless(name, thread);
        waiting.put(thread, name);
        try {
            long left = PATIENCE;
            while (!isFreeFor(name, transaction)) {
                if (left <= 0) {
                    throw busy(name, "was held by others for too long");
                }
                left = released.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            released.signalAll();
            throw busy(name, "was held by others when the thread was interrupted");
        } finally {
            waiting.remove(thread);
        }
    }

    /** Free, or held by the transaction already, and no other thread came earlier. */
    private boolean isFreeFor(RowName name, Transaction transaction) {
        Transaction owner = owners.get(name);
        return owner == transaction || (owner == null && isNext(name));
    }

    private boolean isNext(RowName name) {
        for (Map.Entry<Thread, RowName> entry : waiting.entrySet()) {
            if (entry.getValue().equals(name)) {
                return entry.getKey().equals(Thread.currentThread());
            }
        }
        return true;
    }

    /** Follows who waits for whom; threads, as one that runs a nested transaction cannot end the outer one. */
    private void refuseIfEndless(RowName name, Thread thread) {
        RowName next = name;
        while (next != null) {
            Transaction owner = owners.get(next);
            if (owner == null) {
                return;
            }
            if (owner.thread().equals(thread)) {
                throw busy(name, "is held by a transaction that waits for this one");
            }
            next = waiting.get(owner.thread());
        }
    }

    private static StorageBusyException busy(RowName name, String why) {
        return new StorageBusyException("a " + name.layout().name() + " " + why);
    }
}
