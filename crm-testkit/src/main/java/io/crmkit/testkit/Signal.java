package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that one thread waits for and another gives, once. No wait is without end. */
final class Signal {
    /** How long a test waits for what must happen. */
    static final Duration PATIENCE = Duration.ofSeconds(15);
    /** After which time a thread that does nothing counts as one that waits for another. */
    static final Duration A_MOMENT = Duration.ofMillis(300);

    private final CountDownLatch latch = new CountDownLatch(1);

    void give() {
        latch.countDown();
    }

    /** Waits for what must come. */
    void await(String what) {
        assertTrue(within(PATIENCE), what);
    }

    /** Waits for what may come, or not because its thread is blocked. */
    boolean awaitAMoment() {
        return within(A_MOMENT);
    }

    /** Waits so long for what may come. */
    boolean within(Duration limit) {
        try {
            return latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted", e);
        }
    }
}
