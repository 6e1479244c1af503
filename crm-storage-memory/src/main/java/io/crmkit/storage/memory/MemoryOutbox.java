package io.crmkit.storage.memory;

import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationId;
import io.crmkit.spi.storage.Lease;
import io.crmkit.spi.storage.NotificationCriteria;
import io.crmkit.spi.storage.OutboxStore;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Notifications. */
final class MemoryOutbox implements OutboxStore {
    private static final Layout<Notification> NOTIFICATIONS = new Layout<>("notification", MemoryOutbox::listings);
    static final MergedRows.Moved<Notification> MOVED =
            new MergedRows.Moved<>(NOTIFICATIONS, id -> List.of("customer " + id), Owners::with);
    /** Those that an attempt is due for at some time, by that time. */
    private static final String DUE = "due";

    private final Transaction transaction;

    MemoryOutbox(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public boolean append(Notification notification) {
        String key = notification.id().toString();
        if (transaction.lockUnique(NOTIFICATIONS, "cause " + notification.dedupeKey(), "")) {
            return false;
        }
        transaction.lockNew(NOTIFICATIONS, key, "id");
        transaction.write(NOTIFICATIONS, key, notification);
        return true;
    }

    @Override
    public List<Notification> lease(Lease lease) {
        List<Notification> leased = new ArrayList<>();
        Iterator<Notification> due = Walk.of(transaction.table(NOTIFICATIONS), DUE)
                .until(Place.endOf(lease.now()))
                .rows();
        while (leased.size() < lease.limit() && due.hasNext()) {
            String key = due.next().id().toString();
            transaction
                    .tryLock(NOTIFICATIONS, key)
                    .filter(newest -> isDue(newest, lease.now()))
                    .map(lease::taken)
                    .ifPresent(next -> {
                        transaction.write(NOTIFICATIONS, key, next);
                        leased.add(next);
                    });
        }
        return Collections.unmodifiableList(leased);
    }

    private static boolean isDue(Notification notification, Instant now) {
        return dueAt(notification).filter(at -> !at.isAfter(now)).isPresent();
    }

    private static Optional<Instant> dueAt(Notification notification) {
        return switch (notification.delivery().state()) {
            case PENDING, RETRY, LEASED -> notification.delivery().nextAttemptAt();
            case SENT, DEAD -> Optional.empty();
        };
    }

    @Override
    public void update(Notification notification) {
        String key = notification.id().toString();
        Notification before = transaction.lockVersion(NOTIFICATIONS, key, notification, Notification::version);
        transaction.write(NOTIFICATIONS, key, Owners.with(notification, before.customer()));
    }

    @Override
    public Optional<Notification> find(NotificationId id, Reach reach) {
        return transaction.table(NOTIFICATIONS).get(id.toString()).filter(row -> isIn(reach, row));
    }

    @Override
    public List<Notification> list(NotificationCriteria criteria, Slice slice) {
        return walk(transaction, criteria).list(slice, row -> isWanted(row, criteria));
    }

    /** The shortest way through the wanted notifications; there may be others beside it. */
    static Walk<Notification> walk(Transaction transaction, NotificationCriteria criteria) {
        Walk<Notification> walk = Walk.all(transaction.table(NOTIFICATIONS)).during(criteria.created());
        criteria.state().ifPresent(state -> walk.within("state " + state));
        criteria.customer().ifPresent(id -> walk.within("customer " + id));
        criteria.template().ifPresent(template -> walk.within("template " + template));
        if (!criteria.reach().everything()) {
            walk.within(criteria.reach().teams().stream()
                    .map(team -> "team " + team)
                    .toList());
        }
        return walk;
    }

    private static boolean isWanted(Notification row, NotificationCriteria criteria) {
        return isIn(criteria.reach(), row)
                && criteria.state().map(row.delivery().state()::equals).orElse(true)
                && criteria.customer().map(row.customer()::equals).orElse(true)
                && criteria.template().map(row.template()::equals).orElse(true);
    }

    private static boolean isIn(Reach reach, Notification row) {
        return reach.covers(row.team(), Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<Instant> next() {
        return Walk.of(transaction.table(NOTIFICATIONS), DUE).stream()
                .findFirst()
                .flatMap(MemoryOutbox::dueAt);
    }

    /** Removes those that are over from before a time. */
    static int purge(Transaction transaction, Instant limit, int most) {
        return Purge.of(transaction, NOTIFICATIONS, MemoryOutbox::isOver).before(limit, most);
    }

    private static boolean isOver(Notification row) {
        return switch (row.delivery().state()) {
            case PENDING, RETRY, LEASED -> false;
            case SENT, DEAD -> true;
        };
    }

    private static Listings listings(Notification row) {
        Listings listings = Listings.at(
                        row.createdAt(), row.id().value(), row.id().toString())
                .in("cause " + row.dedupeKey())
                .in("team " + row.team())
                .in("customer " + row.customer())
                .in("state " + row.delivery().state())
                .in("template " + row.template());
        dueAt(row).ifPresent(at -> listings.in(DUE, at));
        return listings;
    }
}
