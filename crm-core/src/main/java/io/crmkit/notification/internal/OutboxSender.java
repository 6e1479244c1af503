package io.crmkit.notification.internal;

import io.crmkit.id.IdText;
import io.crmkit.internal.access.GateParts;
import io.crmkit.internal.access.Races;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationState;
import io.crmkit.spi.notify.DeliveryException;
import io.crmkit.spi.notify.Notifier;
import io.crmkit.spi.storage.Lease;
import io.crmkit.spi.storage.StaleVersionException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends what is due in the outbox. Each notification is leased in one transaction, sent outside of any, and settled in
 * another; whoever dies between leaves a lease that ends.
 */
public final class OutboxSender {
    private static final Logger LOG = System.getLogger(OutboxSender.class.getName());
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));
    private static final int MAX_ATTEMPTS = PAUSES.size() + 1;

    private final GateParts parts;
    private final Map<NoticeChannel, Notifier> notifiers;

    /** With the host's notifiers. */
    public OutboxSender(GateParts parts, Map<NoticeChannel, Notifier> notifiers) {
        this.parts = parts;
        this.notifiers = Map.copyOf(notifiers);
    }

    /** Sends all that is due. @return how many notifications reached each state */
    public Map<NotificationState, Integer> run() {
        Map<NotificationState, Integer> counts = new EnumMap<>(NotificationState.class);
        String owner = IdText.of(parts.ids().next());
        Optional<Notification> leased = lease(owner);
        while (leased.isPresent()) {
            Notification settled = leased.get().with(attempt(leased.get()));
            if (settle(settled)) {
                counts.merge(settled.delivery().state(), 1, Integer::sum);
            }
            leased = lease(owner);
        }
        return counts;
    }

    /** One at a time: a lease must not run out, nor an attempt count, while others are being sent. */
    private Optional<Notification> lease(String owner) {
        Instant now = now();
        Lease lease = new Lease(owner, now, now.plus(LEASE), 1);
        return Races.repeat(() -> parts.storage()
                .inTransaction(tx -> tx.outbox().lease(lease).stream().findFirst()));
    }

    private Notification.Delivery attempt(Notification notification) {
        Notifier notifier = notifiers.get(notification.channel());
        if (notifier == null) {
            return failed(notification, "NO_NOTIFIER", true);
        }
        if (notification.delivery().attempts() > MAX_ATTEMPTS) {
            // No attempt so far told its end: each sender died on it, and so would this one.
            return failed(notification, "NEVER_SETTLED", true);
        }
        try {
            notifier.deliver(notification);
            return new Notification.Delivery(
                    NotificationState.SENT,
                    notification.delivery().attempts(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(now()),
                    Optional.empty());
        } catch (DeliveryException e) {
            return failed(notification, e.code(), e.permanent());
        } catch (RuntimeException e) {
            // The message may hold an address: only the type goes into the log.
            LOG.log(
                    Level.WARNING,
                    "notifier failed on {0}: {1}",
                    notification.id(),
                    e.getClass().getName());
            return failed(notification, "NOTIFIER_FAILED", false);
        }
    }

    private Notification.Delivery failed(Notification notification, String code, boolean permanent) {
        int attempts = notification.delivery().attempts();
        boolean dead = permanent || attempts >= MAX_ATTEMPTS;
        return new Notification.Delivery(
                dead ? NotificationState.DEAD : NotificationState.RETRY,
                attempts,
                dead ? Optional.empty() : Optional.of(now().plus(PAUSES.get(attempts - 1))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(code));
    }

    /** False if the lease ended and somebody else took the notification over. */
    private boolean settle(Notification settled) {
        try {
            return Races.repeat(() -> parts.storage().inTransaction(tx -> {
                tx.outbox().update(settled);
                return true;
            }));
        } catch (StaleVersionException e) {
            LOG.log(Level.WARNING, "the lease of {0} ended before it was settled", settled.id());
            return false;
        }
    }

    private Instant now() {
        return parts.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
