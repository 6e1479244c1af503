package io.crmkit.spi.storage;

import io.crmkit.activity.ActivityCount;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.CustomerId;
import java.util.List;
import java.util.Optional;

/** What customers did in the host's system. */
public interface ActivityStore {
    /**
     * Adds an activity.
     *
     * @throws DuplicateKeyException if source and external id together are taken
     */
    void insert(RecordActivity activity);

    /** Finds an activity. */
    Optional<RecordActivity> find(String source, String externalId);

    /** Counts a customer's activities by type and status, in the order of both. */
    List<ActivityCount> counts(CustomerId customer);
}
