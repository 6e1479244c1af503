package io.crmkit.internal.access;

import io.crmkit.spi.limit.LimitKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Who came up against a limit of late, so that the audit tells it once and not as often as a script goes on. Kept on the
 * heap of one node; while there are too many, newcomers are not told of. Thread-safe.
 */
final class Refusals {
    /** For so long a refusal stands for those that follow. */
    static final Duration WINDOW = Duration.ofMinutes(10);

    /** About 1 MB. */
    private static final int MOST = 10_000;

    private final Map<LimitKey, Instant> begun = new HashMap<>();

    /** Whether a refusal is the first one for a while: whoever is told so notes it. */
    synchronized boolean begin(LimitKey key, Instant now) {
        Instant before = begun.get(key);
        if (before != null && isRecent(before, now)) {
            return false;
        }
        if (begun.size() >= MOST) {
            begun.values().removeIf(other -> !isRecent(other, now));
        }
        if (begun.size() >= MOST) {
            return false;
        }
        begun.put(key, now);
        return true;
    }

    /** Takes back that a refusal was noted. */
    synchronized void forget(LimitKey key) {
        begun.remove(key);
    }

    /** A clock that was set back does not make it one of the future for long. */
    private static boolean isRecent(Instant before, Instant now) {
        return Duration.between(before, now).abs().compareTo(WINDOW) < 0;
    }
}
