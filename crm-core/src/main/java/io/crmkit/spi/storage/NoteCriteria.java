package io.crmkit.spi.storage;

import io.crmkit.actor.CustomerId;
import io.crmkit.id.SubjectRef;
import io.crmkit.time.TimeRange;
import java.util.List;
import java.util.Optional;

/**
 * Which notes are wanted: those that all of these hold for.
 *
 * @param reach within reach, by team and author
 * @param customer about this customer
 * @param subject about this object
 * @param terms each occurs in the note's search text, as a part
 * @param deleted whether deleted notes are wanted too
 * @param written written within this time
 */
public record NoteCriteria(
        Reach reach,
        Optional<CustomerId> customer,
        Optional<SubjectRef> subject,
        List<String> terms,
        boolean deleted,
        Optional<TimeRange> written) {
    /** Copies the terms. */
    public NoteCriteria {
        terms = List.copyOf(terms);
    }

    /** All live notes within reach. */
    public static NoteCriteria within(Reach reach) {
        return new NoteCriteria(reach, Optional.empty(), Optional.empty(), List.of(), false, Optional.empty());
    }

    /** The terms are left out: people search for names. */
    @Override
    public String toString() {
        return "NoteCriteria[…]";
    }
}
