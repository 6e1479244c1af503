package io.crmkit.testkit;

import io.crmkit.id.IdSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids in the layout of version 7 that grow by one step with each call and are the same in every run. Thread-safe. Two
 * sources of the same number give the same ids, of different numbers never.
 */
public final class SequentialIds implements IdSource {
    /** Milliseconds of 2026-03-21T00:00:00Z, as good as any. */
    private static final long EPOCH = 1_774_051_200_000L;

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int MAX_SOURCE = 0xFFF;

    private final AtomicLong count = new AtomicLong();
    private final int source;

    /** The source with number 0. */
    public SequentialIds() {
        this(0);
    }

    /**
     * The source with that number.
     *
     * @param source 0 to 4095
     * @throws IllegalArgumentException if the number lies outside
     */
    public SequentialIds(int source) {
        if (source < 0 || source > MAX_SOURCE) {
            throw new IllegalArgumentException("source is " + source + ", allowed are 0 to " + MAX_SOURCE);
        }
        this.source = source;
    }

    @Override
    public UUID next() {
        long n = count.incrementAndGet();
        return new UUID((EPOCH + n) << 16 | VERSION | source, VARIANT | n);
    }
}
