package io.crmkit.storage.jpa.internal.sql;

import io.crmkit.error.OutcomeUnknownException;
import io.crmkit.error.StorageBusyException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Fetches blocks of ticket numbers, one thread for all that wait. The row that they come from may be held by a transaction
 * of the host's that took a number by itself and goes on for long: then work goes on without a block, and for a while
 * nobody waits for one again.
 */
final class Reservation {
    private static final System.Logger LOG = System.getLogger(Reservation.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Numbers numbers;
    private final LongSupplier fetch;
    private volatile boolean failed;
    private volatile long failedAt;

    /**
     * Prepares it.
     *
     * @param fetch takes another block in a transaction of its own, and returns its first number
     */
    Reservation(Numbers numbers, LongSupplier fetch) {
        this.numbers = numbers;
        this.fetch = fetch;
    }

    /** Sees to it that there are numbers, if that is possible now. */
    void refill() {
        if (!numbers.isLow() || isPausing()) {
            return;
        }
        lock.lock();
        try {
            if (numbers.isLow() && !isPausing()) {
                numbers.use(fetch.getAsLong());
                failed = false;
            }
        } catch (StorageBusyException | OutcomeUnknownException e) {
            // Whether the block was taken or not, nothing of the work itself was done.
            LOG.log(System.Logger.Level.DEBUG, "no block of ticket numbers for now", e);
            failedAt = System.nanoTime();
            failed = true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isPausing() {
        return failed && System.nanoTime() - failedAt < PAUSE.toNanos();
    }
}
