package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much work one look at one file may take, in time of the processor, so that a busy machine refuses nothing that an
 * idle one lets in. Each inspector bounds its work by itself; this is for what nobody thought of. Not thread-safe.
 */
final class Effort {
    /** Asking for the time costs as much as reading some thousand bytes. */
    private static final int STEPS = 1 << 16;

    private final LongSupplier clock;
    private final long end;
    private int left = STEPS;

    /** Counts nanoseconds by this clock. */
    Effort(LongSupplier clock, Duration most) {
        this.clock = clock;
        this.end = clock.getAsLong() + most.toNanos();
    }

    /** Begins now, in this thread. */
    static Effort of(Duration most) {
        return new Effort(clock(), most);
    }

    /** Light threads of newer versions of Java are not measured: then it is the time on the wall. */
    private static LongSupplier clock() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try {
            if (threads.getCurrentThreadCpuTime() >= 0) {
                return threads::getCurrentThreadCpuTime;
            }
        } catch (UnsupportedOperationException e) {
            return System::nanoTime;
        }
        return System::nanoTime;
    }

    /**
     * Says that so many small steps were done, such as reading a byte.
     *
     * @throws Refusal if the time is over
     */
    void spend(int steps) {
        left -= steps;
        if (left <= 0) {
            left = STEPS;
            if (clock.getAsLong() - end > 0) {
                throw new Refusal(RefusalCode.EXPANDS_TOO_MUCH, "The file takes too long to look through.");
            }
        }
    }
}
