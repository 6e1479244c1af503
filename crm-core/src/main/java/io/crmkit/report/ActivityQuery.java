package io.crmkit.report;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.time.TimeRange;
import java.util.Optional;

/**
 * Asks for what was done.
 *
 * @param period when
 * @param agent only by this agent
 * @param customer only what concerns this customer
 */
public record ActivityQuery(Optional<TimeRange> period, Optional<ActorId> agent, Optional<CustomerId> customer) {
    /** Everything. */
    public static ActivityQuery all() {
        return new ActivityQuery(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Only within this time. */
    public ActivityQuery during(TimeRange range) {
        return new ActivityQuery(Optional.of(range), agent, customer);
    }

    /** Only by this agent. */
    public ActivityQuery by(ActorId only) {
        return new ActivityQuery(period, Optional.of(only), customer);
    }

    /** Only what concerns this customer. */
    public ActivityQuery about(CustomerId only) {
        return new ActivityQuery(period, agent, Optional.of(only));
    }
}
