package io.crmkit.internal.search;

import io.crmkit.spi.storage.SearchBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A budget that ends at an instant of a clock. */
public final class Deadline implements SearchBudget {
    private final InstantSource clock;
    private final Instant end;

    private Deadline(InstantSource clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    /** So much time from now on. */
    public static Deadline in(Duration time, InstantSource clock) {
        return new Deadline(clock, clock.instant().plus(time));
    }

    @Override
    public boolean isSpent() {
        return !clock.instant().isBefore(end);
    }

    @Override
    public Duration left() {
        return Duration.between(clock.instant(), end);
    }
}
