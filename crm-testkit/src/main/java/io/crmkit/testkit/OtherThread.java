package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A piece of a test on a thread of its own. */
final class OtherThread<T> {
    private final FutureTask<T> task;

    private OtherThread(Supplier<T> work) {
        task = new FutureTask<>(work::get);
    }

    static <T> OtherThread<T> start(Supplier<T> work) {
        OtherThread<T> started = new OtherThread<>(work);
        Thread thread = new Thread(started.task, "contract");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    /** Says whether it ends soon; if not, it waits for somebody. */
    boolean endsInAMoment() {
        return ended(Signal.A_MOMENT);
    }

    /** Waits for its end and returns what it threw. */
    Optional<Throwable> failure() {
        if (!ended(Signal.PATIENCE)) {
            fail("the other thread does not end");
        }
        try {
            task.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            return fail("interrupted", e);
        }
    }

    /** Waits for its end and returns its result, which it must have. */
    T result() {
        failure().ifPresent(cause -> fail("the other thread failed", cause));
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            return fail("the other thread failed", e);
        }
    }

    private boolean ended(Duration limit) {
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            return fail("interrupted", e);
        }
    }
}
