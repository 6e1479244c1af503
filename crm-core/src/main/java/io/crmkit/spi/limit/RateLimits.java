package io.crmkit.spi.limit;

import io.crmkit.actor.ActorKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the shipped limiter, which counts on the heap of one node: on n nodes an actor may do n times as much.
 * Immutable.
 *
 * @param rates the limits; a group without one is not limited
 * @param exempt kinds of actors without limits
 */
public record RateLimits(Map<LimitGroup, Rate> rates, Set<ActorKind> exempt) {
    /** Copies both. */
    public RateLimits {
        rates = Map.copyOf(rates);
        exempt = Set.copyOf(exempt);
    }

    /**
     * The limits unless the host says otherwise, far above what people do and far below what a script that copies
     * customers would: reads cost 600 at once and 20 a second, writes 600 and 10 a second, reports 60 and 1 a second,
     * exports 20 and 20 an hour. The host and systems have none: they act for many.
     */
    public static RateLimits standard() {
        return new RateLimits(
                Map.of(
                        LimitGroup.READ, new Rate(600, 20, Duration.ofSeconds(1)),
                        LimitGroup.WRITE, new Rate(600, 10, Duration.ofSeconds(1)),
                        LimitGroup.REPORT, new Rate(60, 1, Duration.ofSeconds(1)),
                        LimitGroup.EXPORT, new Rate(20, 20, Duration.ofHours(1))),
                Set.of(ActorKind.HOST, ActorKind.SYSTEM));
    }

    /** No limits at all. */
    public static RateLimits none() {
        return new RateLimits(Map.of(), Set.of());
    }

    /** The same with another limit for a group. */
    public RateLimits with(LimitGroup group, Rate rate) {
        Map<LimitGroup, Rate> more = new EnumMap<>(LimitGroup.class);
        more.putAll(rates);
        more.put(group, rate);
        return new RateLimits(more, exempt);
    }

    /** The same with other kinds of actors that have no limits. */
    public RateLimits exempting(ActorKind... kinds) {
        Set<ActorKind> others = EnumSet.noneOf(ActorKind.class);
        others.addAll(Set.of(kinds));
        return new RateLimits(rates, others);
    }

    /** The limit that counts for an actor's operations of a group. */
    public Optional<Rate> rate(LimitKey key) {
        return exempt.contains(key.actor().kind()) ? Optional.empty() : Optional.ofNullable(rates.get(key.group()));
    }
}
