package io.crmkit.retention;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long records are kept. What is older is removed for good by {@link io.crmkit.Crm#runDue()}, in small transactions.
 * Immutable.
 *
 * @param times the time for each kind; a kind without one is kept for ever
 */
public record Retention(Map<RecordKind, Duration> times) {
    /**
     * Copies the times.
     *
     * @throws IllegalArgumentException if a time is below {@link RecordKind#shortest()}
     */
    public Retention {
        times = Map.copyOf(times);
        times.forEach((kind, time) -> {
            if (time.compareTo(kind.shortest()) < 0) {
                throw new IllegalArgumentException(kind + " must be kept for " + kind.shortest() + " at least");
            }
        });
    }

    /** What applies unless the host says otherwise: idempotency keys and upload counts for 7 days, all else for ever. */
    public static Retention standard() {
        return new Retention(
                Map.of(RecordKind.IDEMPOTENCY_KEYS, Duration.ofDays(7), RecordKind.UPLOAD_COUNTS, Duration.ofDays(7)));
    }

    /** The same with another time for a kind. */
    public Retention keep(RecordKind kind, Duration time) {
        Map<RecordKind, Duration> others = new EnumMap<>(RecordKind.class);
        others.putAll(times);
        others.put(kind, time);
        return new Retention(others);
    }

    /** How long a kind is kept; empty if for ever. */
    public Optional<Duration> of(RecordKind kind) {
        return Optional.ofNullable(times.get(kind));
    }
}
