package io.crmkit.notification;

import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;

/** The outbox, for those who watch over it. Thread-safe. Denies before it looks at anything. */
public interface NotificationService {
    /** Lists notifications, latest first. Needs {@code NOTIFICATION_READ}. */
    Page<Notification> list(NotificationQuery query, PageRequest page);

    /**
     * Returns a notification. Needs {@code NOTIFICATION_READ}.
     *
     * @throws NotFoundException if there is none within reach
     */
    Notification get(NotificationId id);

    /**
     * Makes a notification that was given up due again, with all attempts before it. Needs {@code NOTIFICATION_RETRY}.
     *
     * @throws InvalidRequestException if its state is not DEAD
     */
    Notification retry(NotificationId id);
}
