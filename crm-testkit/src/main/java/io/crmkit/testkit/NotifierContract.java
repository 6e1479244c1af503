package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.actor.CustomerId;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.spi.notify.DeliveryException;
import io.crmkit.spi.notify.Notifier;
import io.crmkit.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules of {@link Notifier} as tests. A notifier passes if a test class of its own extends this one and is green; it
 * talks to a stand-in of the service that it sends to, the far side.
 */
public abstract class NotifierContract {
    private static final int THREADS = 4;
    private static final int EACH = 5;

    private final SampleRecords samples = new SampleRecords();
    private final Ticket ticket = samples.ticket(new CustomerId(samples.id())).build();

    /** For the test class of a notifier. */
    protected NotifierContract() {}

    /** Makes a notifier whose far side is there and has not been reached yet. Called once for each test. */
    protected abstract Notifier createNotifier();

    /** Returns the way out that the notifier is for. */
    protected abstract NoticeChannel channel();

    /** Returns the ids that came with what the far side has taken so far, in the 26 characters of their text. */
    protected abstract List<String> reached();

    /** Makes the far side break down until {@link #recover()}. */
    protected abstract void failTemporarily();

    /** Makes the far side refuse everything for good until {@link #recover()}. */
    protected abstract void failPermanently();

    /** Makes the far side work again. */
    protected abstract void recover();

    @Test
    void theFarSideGetsANoticeWithItsId() throws DeliveryException {
        Notifier notifier = createNotifier();
        Notification first = notice();
        Notification second = notice();

        notifier.deliver(first);
        notifier.deliver(second);

        assertEquals(List.of(first.id().toString(), second.id().toString()), reached());
    }

    @Test
    void aRepetitionIsTakenAndHasTheSameId() throws DeliveryException {
        Notifier notifier = createNotifier();
        Notification notice = notice();

        notifier.deliver(notice);
        notifier.deliver(notice);

        assertEquals(Set.of(notice.id().toString()), Set.copyOf(reached()));
    }

    @Test
    void aBreakdownMayBeTriedAgain() throws DeliveryException {
        Notifier notifier = createNotifier();
        Notification notice = notice();
        failTemporarily();

        Exception failure = assertThrows(Exception.class, () -> notifier.deliver(notice));
        assertFalse(failure instanceof DeliveryException refusal && refusal.permanent(), "may be repeated");
        assertEquals(List.of(), reached());

        recover();
        notifier.deliver(notice);
        assertEquals(List.of(notice.id().toString()), reached());
    }

    @Test
    void aRefusalForGoodSaysSo() throws DeliveryException {
        Notifier notifier = createNotifier();
        failPermanently();

        DeliveryException refusal = assertThrows(DeliveryException.class, () -> notifier.deliver(notice()));
        assertTrue(refusal.permanent(), "no further attempt makes sense");
        assertEquals(List.of(), reached());

        recover();
        Notification next = notice();
        notifier.deliver(next);
        assertEquals(List.of(next.id().toString()), reached());
    }

    @Test
    void aFailureNamesNoPersonalData() {
        Notifier notifier = createNotifier();
        Notification notice = notice();

        failPermanently();
        assertNothingPersonal(notice, assertThrows(Exception.class, () -> notifier.deliver(notice)));
        failTemporarily();
        assertNothingPersonal(notice, assertThrows(Exception.class, () -> notifier.deliver(notice)));
    }

    private static void assertNothingPersonal(Notification notice, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        assertFalse(message.contains(notice.to()), "the address");
        assertFalse(message.contains(notice.text()), "the text");
    }

    @Test
    void severalThreadsDeliverAtTheSameTime() {
        Notifier notifier = createNotifier();
        Set<String> expected = new TreeSet<>();
        List<OtherThread<Boolean>> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            List<Notification> notices =
                    Stream.generate(this::notice).limit(EACH).toList();
            notices.forEach(notice -> expected.add(notice.id().toString()));
            threads.add(OtherThread.start(() -> deliverAll(notifier, notices)));
        }

        threads.forEach(OtherThread::result);

        assertEquals(expected, new TreeSet<>(reached()));
        assertEquals(THREADS * EACH, reached().size(), "each once");
    }

    private static boolean deliverAll(Notifier notifier, List<Notification> notices) {
        for (Notification notice : notices) {
            try {
                notifier.deliver(notice);
            } catch (DeliveryException e) {
                throw new IllegalStateException("not delivered: " + e.code(), e);
            }
        }
        return true;
    }

    private Notification notice() {
        String address = switch (channel()) {
            case SMS -> "+989121234567";
            case EMAIL -> "kavitha@example.com";
            case AGENT -> "sara";
        };
        return samples.notification(ticket).to(channel(), address).build();
    }
}
