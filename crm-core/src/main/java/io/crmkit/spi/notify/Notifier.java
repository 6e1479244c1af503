package io.crmkit.spi.notify;

import io.crmkit.notification.Notification;

/**
 * Carries one notice to one person. Called after the commit of what caused it, never inside a transaction, at least once
 * for each notification: after a crash or an unclear failure the same one comes again with the same id, so an adapter
 * hands the id on to a service that can recognise repetitions. May be called by several threads at once. Returns when
 * the notice was taken over, within a few seconds; an adapter sets its own time limits.
 */
@FunctionalInterface
public interface Notifier {
    /**
     * Delivers a notice.
     *
     * @throws DeliveryException if it was not taken over; says whether another attempt makes sense. Anything else that is
     *     thrown counts as a failure that may be repeated.
     */
    void deliver(Notification notification) throws DeliveryException;
}
