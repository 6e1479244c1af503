package io.crmkit.internal.access;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.spi.limit.LimitDecision;
import io.crmkit.spi.limit.LimitKey;
import io.crmkit.spi.limit.Rate;
import io.crmkit.spi.limit.RateLimiter;
import io.crmkit.spi.limit.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A bucket of tokens for each actor and group, kept as the instant at which it is full again. Full ones are forgotten;
 * while there are too many others, newcomers share one bucket, so that nobody gets a fresh one by crowding out his own.
 * Thread-safe.
 */
public final class TokenBuckets implements RateLimiter {
    /** About 2 MB. */
    private static final int MOST = 20_000;

    private static final ActorRef NEWCOMERS = new ActorRef(ActorKind.SYSTEM, new ActorId("newcomers"));

    private final RateLimits limits;
    private final InstantSource clock;
    private final int most;
    private final Object lock = new Object();
    private final Map<LimitKey, Instant> fullAt = new HashMap<>();
    private Instant ownTime = Instant.EPOCH;
    private Instant lastSeen;

    /** With these limits, in the time of that clock. */
    public TokenBuckets(RateLimits limits, InstantSource clock) {
        this(limits, clock, MOST);
    }

    TokenBuckets(RateLimits limits, InstantSource clock, int most) {
        this.limits = limits;
        this.clock = clock;
        this.most = most;
        this.lastSeen = clock.instant();
    }

    @Override
    public LimitDecision tryConsume(LimitKey key, int cost) {
        Optional<Rate> rate = limits.rate(key);
        return rate.isEmpty() ? LimitDecision.allow() : consume(key, rate.get(), cost);
    }

    private LimitDecision consume(LimitKey key, Rate rate, int cost) {
        Duration wanted = time(rate, Math.min(cost, rate.burst()));
        synchronized (lock) {
            Instant now = now();
            LimitKey bucket = bucket(key, now);
            Instant full = fullAt.getOrDefault(bucket, now);
            Instant next = (full.isBefore(now) ? now : full).plus(wanted);
            Instant latest = now.plus(time(rate, rate.burst()));
            if (next.isAfter(latest)) {
                return LimitDecision.refuse(Duration.between(latest, next));
            }
            fullAt.put(bucket, next);
            return LimitDecision.allow();
        }
    }

    /** A time that stands still while the clock is set back: nobody gains or loses by that. */
    private Instant now() {
        Instant seen = clock.instant();
        if (seen.isAfter(lastSeen)) {
            ownTime = ownTime.plus(Duration.between(lastSeen, seen));
        }
        lastSeen = seen;
        return ownTime;
    }

    private LimitKey bucket(LimitKey key, Instant now) {
        if (fullAt.size() >= most && !fullAt.containsKey(key)) {
            fullAt.values().removeIf(full -> !full.isAfter(now));
            return fullAt.size() >= most ? new LimitKey(NEWCOMERS, key.group()) : key;
        }
        return key;
    }

    /** How long it takes until so much has come back. */
    private static Duration time(Rate rate, int tokens) {
        return rate.per().multipliedBy(tokens).dividedBy(rate.refill());
    }

    int size() {
        synchronized (lock) {
            return fullAt.size();
        }
    }
}
