package io.crmkit.spi.storage;

import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationState;
import java.time.Instant;
import java.util.Optional;

/**
 * A right to send notifications for some time.
 *
 * @param owner who sends, unique for each run
 * @param now from when
 * @param until to when; others may take them over from then on
 * @param limit how many at most
 */
public record Lease(String owner, Instant now, Instant until, int limit) {
    /** A notification as it is once it is taken: LEASED, with one more attempt, the owner, and due again at the end. */
    public Notification taken(Notification notification) {
        Notification.Delivery before = notification.delivery();
        return notification.with(new Notification.Delivery(
                NotificationState.LEASED,
                before.attempts() + 1,
                Optional.of(until),
                Optional.of(owner),
                before.sentAt(),
                before.error()));
    }
}
