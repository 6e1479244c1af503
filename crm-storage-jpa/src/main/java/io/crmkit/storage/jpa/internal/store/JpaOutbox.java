package io.crmkit.storage.jpa.internal.store;

import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationId;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.Lease;
import io.crmkit.spi.storage.NotificationCriteria;
import io.crmkit.spi.storage.OutboxStore;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notifications. */
final class JpaOutbox implements OutboxStore {
    private static final Work.UniqueKey CAUSE = new Work.UniqueKey("notification_uq", "dedupeKey");

    private final Work work;

    JpaOutbox(Work work) {
        this.work = work;
    }

    @Override
    public boolean append(Notification notification) {
        boolean known = work.first(
                        Hql.of("select n.id from CrmNotification n").is("n.dedupeKey", notification.dedupeKey()),
                        UUID.class)
                .isPresent();
        if (known) {
            return false;
        }
        try {
            work.insert(NotificationRow.of(notification), CAUSE);
        } catch (DuplicateKeyException e) {
            if (e.key().equals(CAUSE.key())) {
                throw work.lostRace("the same cause makes a notification elsewhere", e);
            }
            throw e;
        }
        return true;
    }

    @Override
    public List<Notification> lease(Lease lease) {
        List<NotificationRow> due = work.lockFree(
                Hql.of("select n from CrmNotification n where n.dueAt <= :now")
                        .with("now", lease.now())
                        .orderBy("n.dueAt, n.id")
                        .limit(lease.limit()),
                NotificationRow.class);
        if (due.isEmpty()) {
            return List.of();
        }
        int changed = work.execute(Hql.of(
                        "update CrmNotification n set n.version = n.version + 1, n.state = 'LEASED',"
                                + " n.attempts = n.attempts + 1, n.nextAttemptAt = :until, n.dueAt = :until, n.leaseOwner = :owner")
                .with("until", lease.until())
                .with("owner", lease.owner())
                .with("now", lease.now())
                .and("n.dueAt <= :now")
                .in("n.id", due.stream().map(row -> row.id).toList()));
        if (changed != due.size()) {
            throw work.lostRace("another node takes the same notifications");
        }
        return due.stream().map(row -> lease.taken(row.toNotification())).toList();
    }

    @Override
    public void update(Notification notification) {
        UUID id = notification.id().value();
        NotificationRow row = NotificationRow.of(notification);
        row.version = notification.version() - 1;
        work.update(
                row,
                "notification " + notification.id(),
                row.version,
                () -> work.first(
                        Hql.of("select n.version from CrmNotification n").is("n.id", id), Long.class));
    }

    @Override
    public Optional<Notification> find(NotificationId id, Reach reach) {
        return notifications(within(reach).is("n.id", id.value())).stream().findFirst();
    }

    @Override
    public List<Notification> list(NotificationCriteria criteria, Slice slice) {
        return notifications(within(criteria.reach())
                .is("n.state", criteria.state().map(Enum::name))
                .is("n.customer", criteria.customer().map(customer -> customer.value()))
                .is("n.template", criteria.template().map(Object::toString))
                .during("n.createdAt", criteria.created())
                .slice(slice, "n.createdAt", "n.id"));
    }

    private static Hql within(Reach reach) {
        return Hql.of("select n from CrmNotification n").reach(reach, "n.team", "", "");
    }

    private List<Notification> notifications(Hql query) {
        return work.list(query, NotificationRow.class).stream()
                .map(NotificationRow::toNotification)
                .toList();
    }

    @Override
    public Optional<Instant> next() {
        return work.first(
                Hql.of("select n.dueAt from CrmNotification n")
                        .and("n.dueAt is not null")
                        .orderBy("n.dueAt"),
                Instant.class);
    }
}
