package io.crmkit.internal.id;

import io.crmkit.id.IdSource;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * UUIDs of version 7, strictly growing within one source: 48 bits of milliseconds, then a counter of 26 bits that
 * starts at random in each millisecond, then 48 random bits. When the clock goes back or the counter overflows, the
 * time of the last id goes on. Source: RFC 9562, section 5.7 and 6.2 method 1.
 */
public final class TimeOrderedIds implements IdSource {
    private static final int COUNTER_BITS = 26;
    private static final int START_BITS = 24;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private long millis;
    private int counter;

    /** With that clock. */
    public TimeOrderedIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized UUID next() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            counter = random.nextInt(1 << START_BITS);
        } else if (++counter == 1 << COUNTER_BITS) {
            millis++;
            counter = 0;
        }
        long high = (millis << 16) | 0x7000 | (counter >>> 14);
        long low = 0x8000_0000_0000_0000L | ((long) (counter & 0x3fff) << 48) | (random.nextLong() >>> 16);
        return new UUID(high, low);
    }
}
