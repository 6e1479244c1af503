package io.crmkit.storage.memory;

import io.crmkit.activity.ActivityCount;
import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.CustomerId;
import io.crmkit.spi.storage.ActivityStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePSet;

/** What customers did in the host's system. */
final class MemoryActivities implements ActivityStore {
    private static final Layout<RecordActivity> ACTIVITIES = new Layout<>("activity", MemoryActivities::listings);

    static final MergedRows.Moved<RecordActivity> MOVED =
            new MergedRows.Moved<>(ACTIVITIES, MemoryActivities::groups, RecordActivity::about);

    private final Transaction transaction;

    MemoryActivities(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void insert(RecordActivity activity) {
        String key = key(activity.source(), activity.externalId());
        transaction.lockNew(ACTIVITIES, key, "externalId");
        transaction.write(ACTIVITIES, key, activity);
    }

    @Override
    public Optional<RecordActivity> find(String source, String externalId) {
        return transaction.table(ACTIVITIES).get(key(source, externalId));
    }

    @Override
    public List<ActivityCount> counts(CustomerId customer) {
        Table<RecordActivity> table = transaction.table(ACTIVITIES);
        List<ActivityCount> result = new ArrayList<>();
        for (ActivityType type : ActivityType.values()) {
            for (ActivityStatus status : ActivityStatus.values()) {
                TreePSet<Place> places = table.group(group(customer, type, status));
                if (!places.isEmpty()) {
                    result.add(new ActivityCount(
                            type, status, places.size(), places.last().at()));
                }
            }
        }
        return Collections.unmodifiableList(result);
    }

    /** Neither source nor id has a line break. */
    private static String key(String source, String externalId) {
        return source + "\n" + externalId;
    }

    private static List<String> groups(CustomerId customer) {
        List<String> groups = new ArrayList<>();
        for (ActivityType type : ActivityType.values()) {
            for (ActivityStatus status : ActivityStatus.values()) {
                groups.add(group(customer, type, status));
            }
        }
        return groups;
    }

    private static String group(CustomerId customer, ActivityType type, ActivityStatus status) {
        return "customer " + customer + " " + type + " " + status;
    }

    /** Removes those from before a time. */
    static int purge(Transaction transaction, Instant limit, int most) {
        return Purge.of(transaction, ACTIVITIES, row -> true).before(limit, most);
    }

    private static Listings listings(RecordActivity row) {
        return Listings.at(row.occurredAt(), row.customer().value(), key(row.source(), row.externalId()))
                .in(group(row.customer(), row.type(), row.status()));
    }
}
