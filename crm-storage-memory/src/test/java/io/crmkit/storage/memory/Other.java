package io.crmkit.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;

/** A thread beside the test's own. */
final class Other {
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread thread;

    private Other(Runnable work) {
        thread = new Thread(work, "other");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, cause) -> failure.set(cause));
    }

    static Other start(Runnable work) {
        Other other = new Other(work);
        other.thread.start();
        return other;
    }

    /** Returns when it waits for a lock. */
    void awaitWaiting() {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(thread.isAlive()).as("the other thread waits").isTrue();
            Thread.onSpinWait();
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Waits for its end and returns what it threw; null if nothing. */
    Throwable failure() {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(thread.isAlive()).as("the other thread has ended").isFalse();
        return failure.get();
    }
}
