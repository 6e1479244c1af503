package io.crmkit.verify.race;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Two threads, one of which goes on at a time, from one call to the storage to the next. The order says whose turn it
 * is; a thread that waits for a record of the other loses its turn until it is free. No wait is without end.
 */
final class Schedule {
    private static final long PATIENCE_SECONDS = 20;

    private final Walker[] walkers = new Walker[2];
    private final long waits;
    private final AtomicInteger calls = new AtomicInteger();

    /** One thread and where it stands. */
    private static final class Walker {
        final long waits;
        final Semaphore turn = new Semaphore(0);
        final CompletableFuture<Object> result = new CompletableFuture<>();
        Thread thread;
        volatile boolean atGate;

        Walker(long waits) {
            this.waits = waits;
        }

        void pause() {
            atGate = true;
            try {
                if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody gives this thread its turn");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void start(Supplier<Object> work) {
            thread = new Thread(
                    () -> {
                        try {
                            result.complete(work.get());
                        } catch (RuntimeException | Error e) {
                            result.completeExceptionally(e);
                        }
                    },
                    "walker");
            thread.setDaemon(true);
            thread.start();
        }

        /** Goes on to the next call; returns when it is there, has ended, or waits for the other. */
        void step() {
            if (atGate) {
                atGate = false;
                turn.release();
            }
            settle();
        }

        void settle() {
            long begun = System.nanoTime();
            while (!atGate && !result.isDone() && !isBlocked() && System.nanoTime() - begun < waits) {
                Thread.onSpinWait();
            }
        }

        private boolean isBlocked() {
            return thread.getState() == Thread.State.TIMED_WAITING && !atGate && turn.availablePermits() == 0;
        }

        String outcome() {
            try {
                result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return "done";
            } catch (ExecutionException e) {
                return e.getCause().getClass().getSimpleName();
            } catch (InterruptedException | TimeoutException e) {
                throw new IllegalStateException("a thread does not end", e);
            }
        }
    }

    /** Where a thread that waits says so. */
    Schedule() {
        waits = Long.MAX_VALUE;
    }

    /** Where a thread that waits does not say so: whoever takes so long for a step does. */
    Schedule(Duration waits) {
        this.waits = waits.toNanos();
    }

    /** Called by the storage; threads that are none of the two just go on. */
    void pause() {
        calls.incrementAndGet();
        for (Walker walker : walkers) {
            if (walker != null && Thread.currentThread().equals(walker.thread)) {
                walker.pause();
            }
        }
    }

    /** How many calls to the storage were made so far, begins and ends of transactions among them. */
    int calls() {
        return calls.get();
    }

    /**
     * Runs both, switching where {@code order} does: the n-th element says who makes the n-th step, and at the end both
     * go on in turn.
     *
     * @return what became of each: done, or the name of the exception
     */
    List<String> run(Supplier<Object> first, Supplier<Object> second, List<Integer> order) {
        walkers[0] = new Walker(waits);
        walkers[1] = new Walker(waits);
        walkers[0].start(awaiting(walkers[0], first));
        walkers[1].start(awaiting(walkers[1], second));
        for (int next : order) {
            step(next);
        }
        for (int next = 0; !walkers[0].result.isDone() || !walkers[1].result.isDone(); next = 1 - next) {
            step(next);
        }
        return List.of(walkers[0].outcome(), walkers[1].outcome());
    }

    private static Supplier<Object> awaiting(Walker walker, Supplier<Object> work) {
        return () -> {
            walker.pause();
            return work.get();
        };
    }

    private void step(int who) {
        walkers[who].settle();
        walkers[who].step();
    }
}
