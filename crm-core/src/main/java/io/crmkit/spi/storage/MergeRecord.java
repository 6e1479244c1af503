package io.crmkit.spi.storage;

import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.MergeId;
import java.time.Instant;
import java.util.Optional;

/**
 * A merge with what both customers were, so that it can be undone.
 *
 * @param id the id
 * @param version counts the changes, from 1
 * @param before the survivor as he was
 * @param after the survivor as the merge left him
 * @param merged the merged customer as he was
 * @param at when, in microseconds
 * @param by who did it
 * @param endedAt when it was undone
 */
public record MergeRecord(
        MergeId id,
        long version,
        Customer before,
        Customer after,
        Customer merged,
        Instant at,
        ActorRef by,
        Optional<Instant> endedAt) {
    /** Who goes on. */
    public CustomerId survivor() {
        return before.id();
    }

    /** The same merge, undone. */
    public MergeRecord ended(Instant now) {
        return new MergeRecord(id, version + 1, before, after, merged, at, by, Optional.of(now));
    }

    /** The same merge of a survivor who was another before, with what it made of that one. */
    public MergeRecord of(Customer otherBefore, Customer otherAfter) {
        return new MergeRecord(id, version + 1, otherBefore, otherAfter, merged, at, by, endedAt);
    }

    /** The ids only: the rest is personal. */
    @Override
    public String toString() {
        return "MergeRecord[" + id + "]";
    }
}
