package io.crmkit.customer;

import io.crmkit.actor.CustomerId;
import java.util.EnumSet;
import java.util.Set;

/**
 * Asks for a customer's timeline, latest first.
 *
 * @param customer whose
 * @param kinds what to list; what the caller may not read is left out silently
 */
public record TimelineQuery(CustomerId customer, Set<TimelineKind> kinds) {
    /** Copies the kinds. */
    public TimelineQuery {
        kinds = Set.copyOf(kinds);
    }

    /** Everything about the customer. */
    public static TimelineQuery of(CustomerId customer) {
        return new TimelineQuery(customer, EnumSet.allOf(TimelineKind.class));
    }

    /** Only these kinds. */
    public TimelineQuery only(TimelineKind... wanted) {
        return new TimelineQuery(customer, Set.of(wanted));
    }
}
