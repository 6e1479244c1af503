package io.crmkit.spi.storage;

import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notifications: ordered by {@code createdAt} and id; in reach by team. */
public interface OutboxStore {
    /**
     * Adds a notification.
     *
     * @return false, and nothing is added, if the dedupe key is there already
     */
    boolean append(Notification notification);

    /**
     * Takes notifications that are due: PENDING, RETRY and LEASED ones with {@code nextAttemptAt} at or before
     * {@code lease.now()}, by {@code nextAttemptAt}, then id. Each is stored, and returned, with the next version as
     * {@link Lease#taken} says. No two transactions take the same.
     */
    List<Notification> lease(Lease lease);

    /**
     * Replaces a notification, but for its customer, whom only {@link MergeStore#move} replaces.
     *
     * @throws StaleVersionException if the stored version is not {@code notification.version() - 1}
     */
    void update(Notification notification);

    /** Finds a notification. */
    Optional<Notification> find(NotificationId id, Reach reach);

    /** Lists notifications. */
    List<Notification> list(NotificationCriteria criteria, Slice slice);

    /** Returns when the first notification is due that is PENDING, RETRY or LEASED. */
    Optional<Instant> next();
}
