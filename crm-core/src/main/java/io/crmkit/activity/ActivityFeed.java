package io.crmkit.activity;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.IdempotencyConflictException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import java.util.List;

/** What customers did in the host's system. Thread-safe. Denies before it looks at anything. */
public interface ActivityFeed {
    /**
     * Records an activity. Needs {@code ACTIVITY_RECORD}.
     *
     * @return false if source and id were recorded before with the same content
     * @throws IdempotencyConflictException if they were recorded with other content
     * @throws NotFoundException if there is no such customer
     * @throws InvalidRequestException if it lies more than five minutes in the future
     */
    boolean record(RecordActivity command);

    /** Counts a customer's activities by type and status. Needs {@code ACTIVITY_READ}. */
    List<ActivityCount> counts(CustomerId customer);
}
