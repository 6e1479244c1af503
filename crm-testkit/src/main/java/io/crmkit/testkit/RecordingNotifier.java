package io.crmkit.testkit;

import io.crmkit.notification.Notification;
import io.crmkit.spi.notify.DeliveryException;
import io.crmkit.spi.notify.Notifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * A notifier that keeps what it is given instead of sending it, and fails when it is told to. Thread-safe. Failures are
 * used up in the order in which they were asked for, one by each delivery.
 */
public final class RecordingNotifier implements Notifier {
    /** The code of the failures that this notifier makes. */
    public static final String CODE = "TEST_FAILURE";

    private final Object lock = new Object();
    private final List<Notification> sent = new ArrayList<>();
    private final Deque<Failure> failures = new ArrayDeque<>();
    private int attempts;

    /** Makes a notifier that takes everything. */
    public RecordingNotifier() {}

    @Override
    public void deliver(Notification notification) throws DeliveryException {
        Failure failure;
        synchronized (lock) {
            attempts++;
            failure = failures.poll();
            if (failure == null) {
                sent.add(notification);
                return;
            }
        }
        switch (failure) {
            case TEMPORARY -> throw DeliveryException.temporary(CODE);
            case PERMANENT -> throw DeliveryException.permanent(CODE);
            case UNEXPECTED -> throw new IllegalStateException(CODE);
        }
    }

    /** Refuses the next {@code times} deliveries, but they may be repeated. */
    public void failTemporarily(int times) {
        fail(Failure.TEMPORARY, times);
    }

    /** Refuses the next {@code times} deliveries for good. */
    public void failPermanently(int times) {
        fail(Failure.PERMANENT, times);
    }

    /** Throws an {@link IllegalStateException} at the next {@code times} deliveries. */
    public void failUnexpectedly(int times) {
        fail(Failure.UNEXPECTED, times);
    }

    /** Returns what was taken over so far, in order. */
    public List<Notification> sent() {
        synchronized (lock) {
            return List.copyOf(sent);
        }
    }

    /** Returns how often it was called so far, failures included. */
    public int attempts() {
        synchronized (lock) {
            return attempts;
        }
    }

    /** Forgets what was sent, the count, and the failures that are left. */
    public void clear() {
        synchronized (lock) {
            sent.clear();
            failures.clear();
            attempts = 0;
        }
    }

    private void fail(Failure failure, int times) {
        synchronized (lock) {
            failures.addAll(Collections.nCopies(times, failure));
        }
    }

    private enum Failure {
        TEMPORARY,
        PERMANENT,
        UNEXPECTED
    }
}
