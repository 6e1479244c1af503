package io.crmkit.spi.limit;

import java.time.Duration;

/**
 * What a limiter says to one call.
 *
 * @param allowed whether it may go on
 * @param retryAfter when the same call would be allowed; zero if it is
 */
public record LimitDecision(boolean allowed, Duration retryAfter) {
    /** The call may go on. */
    public static LimitDecision allow() {
        return new LimitDecision(true, Duration.ZERO);
    }

    /** The call is refused; after that time the same call would be allowed. */
    public static LimitDecision refuse(Duration retryAfter) {
        return new LimitDecision(false, retryAfter);
    }
}
