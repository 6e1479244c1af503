package io.crmkit.examples;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. Not thread-safe. */
public final class SimulatedClock implements InstantSource {
    private Instant now;

    /** Standing at that instant. */
    public SimulatedClock(Instant now) {
        this.now = now;
    }

    /** Moves the clock. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Moves the clock on. */
    public void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
