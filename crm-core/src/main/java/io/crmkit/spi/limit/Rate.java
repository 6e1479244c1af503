package io.crmkit.spi.limit;

import java.time.Duration;

/**
 * So much at once, and so much more as time goes by. Who has done nothing for long may do {@code burst} at once; a call
 * that costs more than {@code burst} takes all of it.
 *
 * @param burst how much at once, 1 to 1,000,000
 * @param refill how much comes back, 1 to 1,000,000
 * @param per in which time, evenly; 1 millisecond to 1 day
 */
public record Rate(int burst, int refill, Duration per) {
    private static final int MOST = 1_000_000;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** @throws IllegalArgumentException if a number or the time lies outside of what is allowed */
    public Rate {
        require("burst", burst);
        require("refill", refill);
        if (per.compareTo(SHORTEST) < 0 || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("per is " + per + ", allowed are " + SHORTEST + " to " + LONGEST);
        }
    }

    private static void require(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(name + " is " + value + ", allowed are 1 to " + MOST);
        }
    }
}
