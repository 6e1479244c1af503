package io.crmkit.storage.jpa.internal.store;

import io.crmkit.activity.ActivityCount;
import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.CustomerId;
import io.crmkit.spi.storage.ActivityStore;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What customers did in the host's system. */
final class JpaActivities implements ActivityStore {
    private final Work work;

    JpaActivities(Work work) {
        this.work = work;
    }

    @Override
    public void insert(RecordActivity activity) {
        try {
            work.insert(ActivityRow.of(activity));
        } catch (DuplicateKeyException e) {
            throw new DuplicateKeyException("externalId");
        }
    }

    @Override
    public Optional<RecordActivity> find(String source, String externalId) {
        return work.get(ActivityRow.class, new ActivityRow.Key(source, externalId))
                .map(ActivityRow::toActivity);
    }

    @Override
    public List<ActivityCount> counts(CustomerId customer) {
        Hql query = Hql.of("select a.type, a.status, count(*), max(a.occurredAt) from CrmActivity a")
                .is("a.customer", customer.value())
                .groupBy("a.type, a.status");
        return work.list(query, Object[].class).stream()
                .map(group -> new ActivityCount(
                        ActivityType.valueOf((String) group[0]),
                        ActivityStatus.valueOf((String) group[1]),
                        (Long) group[2],
                        (Instant) group[3]))
                .sorted(Comparator.comparing(ActivityCount::type).thenComparing(ActivityCount::status))
                .toList();
    }
}
