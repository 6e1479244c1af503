package io.crmkit.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until a test moves it, so that nothing has to wait for time to pass. Thread-safe: every
 * thread sees a move once the call that made it has returned.
 */
public final class MutableClock implements InstantSource {
    private final Object lock = new Object();
    private Instant now;

    /** A clock that shows {@code start}. */
    public MutableClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        synchronized (lock) {
            return now;
        }
    }

    /** Shows {@code instant} from now on; back in time is fine. */
    public void set(Instant instant) {
        synchronized (lock) {
            now = instant;
        }
    }

    /** Moves by {@code step}, a negative one back, and returns the new time. */
    public Instant advance(Duration step) {
        synchronized (lock) {
            now = now.plus(step);
            return now;
        }
    }
}
