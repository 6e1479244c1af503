package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.actor.CustomerId;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationId;
import io.crmkit.notification.NotificationState;
import io.crmkit.notification.TemplateKey;
import io.crmkit.spi.storage.Lease;
import io.crmkit.spi.storage.NotificationCriteria;
import io.crmkit.ticket.Ticket;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Notifications: each cause once, taken by one sender at a time. */
abstract class OutboxStoreRules extends StorageRules {
    private static final Instant NOON = Instant.parse("2026-03-21T12:00:00.000001Z");
    private static final Instant UNTIL = NOON.plusSeconds(60);

    @Test
    void theSameCauseMakesOneNotification() {
        Ticket ticket = givenTicket();
        Notification first = given(samples.notification(ticket).dedupeKey("cause"));
        Notification again = samples.notification(ticket).dedupeKey("cause").build();
        Notification other = samples.notification(ticket).dedupeKey("Cause").build();

        assertFalse(append(again));
        assertTrue(append(other));

        assertEquals(List.of(first, other), listed(all()));
    }

    @Test
    void theSameCauseMakesOneNotificationAlsoWithinOneTransaction() {
        Ticket ticket = givenTicket();
        Notification first = samples.notification(ticket).dedupeKey("cause").build();
        Notification again = samples.notification(ticket).dedupeKey("cause").build();

        write(tx -> {
            assertTrue(tx.outbox().append(first));
            assertFalse(tx.outbox().append(again));
        });

        assertEquals(List.of(first), listed(all()));
    }

    @Test
    void aStaleVersionIsRefusedAtTheCall() {
        Notification notification = given(samples.notification(givenTicket()));
        String id = notification.id().toString();
        Notification.Delivery sent = notification.delivery();
        Notification second = notification.with(sent);
        write(tx -> tx.outbox().update(second));

        refusedAsStale(id, 1, 2, tx -> tx.outbox().update(notification.with(sent)));
        refusedAsStale(id, 3, 2, tx -> tx.outbox().update(second.with(sent).with(sent)));
        Notification unknown = samples.notification(givenTicket()).build().with(sent);
        refusedAsStale(unknown.id().toString(), 1, 0, tx -> tx.outbox().update(unknown));
    }

    @Test
    void anUpdateReplacesTheNotification() {
        Notification notification = given(samples.notification(givenTicket()));
        Notification sent = notification.with(new Notification.Delivery(
                NotificationState.SENT, 1, Optional.empty(), Optional.empty(), Optional.of(NOON), Optional.empty()));

        write(tx -> tx.outbox().update(sent));

        assertEquals(Optional.of(sent), read(tx -> tx.outbox().find(sent.id(), ALL)));
        assertEquals(List.of(), lease("run-1", NOON, 10));
    }

    @Test
    void aLeaseTakesWhatIsDueAndMarksItAsTaken() {
        Ticket ticket = givenTicket();
        Notification fresh = given(samples.notification(ticket).due(NOON, NotificationState.PENDING, 0));
        Notification failed = given(samples.notification(ticket)
                .delivery(new Notification.Delivery(
                        NotificationState.RETRY,
                        3,
                        Optional.of(NOON.minusSeconds(1)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("GATEWAY_DOWN"))));
        Notification later =
                given(samples.notification(ticket).due(NOON.plusNanos(1_000), NotificationState.PENDING, 0));

        List<Notification> taken = lease("run-1", NOON, 10);

        List<Notification> expected = List.of(leased(failed, "run-1", UNTIL), leased(fresh, "run-1", UNTIL));
        assertEquals(expected, taken);
        for (Notification each : expected) {
            assertEquals(Optional.of(each), read(tx -> tx.outbox().find(each.id(), ALL)), "stored as returned");
        }
        assertEquals(Optional.of(later), read(tx -> tx.outbox().find(later.id(), ALL)), "not due");
    }

    @Test
    void aLeaseTakesByTimeAndThenByIdUpToItsLimit() {
        Ticket ticket = givenTicket();
        Notification high = given(due(ticket, "f0000000-0000-7000-8000-000000000000", NOON));
        Notification low = given(due(ticket, "10000000-0000-7000-8000-000000000000", NOON));
        Notification early = given(due(ticket, "f0000000-0000-7000-8000-000000000001", NOON.minusSeconds(1)));

        assertEquals(List.of(early.id(), low.id()), ids(lease("run-1", NOON, 2)));
        assertEquals(List.of(high.id()), ids(lease("run-2", NOON, 2)));
        assertEquals(List.of(), lease("run-3", NOON, 2));
    }

    private NotificationSample due(Ticket ticket, String id, Instant at) {
        return samples.notification(ticket).id(UUID.fromString(id)).due(at, NotificationState.PENDING, 0);
    }

    @Test
    void whatIsLeasedIsTakenByNobodyElseUntilTheLeaseEnds() {
        given(samples.notification(givenTicket()).due(NOON, NotificationState.PENDING, 0));
        Notification first = lease("run-1", NOON, 10).get(0);

        assertEquals(List.of(), lease("run-2", NOON, 10));
        assertEquals(List.of(), lease("run-2", UNTIL.minusNanos(1_000), 10));
        List<Notification> second = lease("run-2", UNTIL, 10);

        assertEquals(List.of(leased(first, "run-2", UNTIL.plusSeconds(60))), second);
        assertEquals(2, second.get(0).delivery().attempts());
        assertEquals(3, second.get(0).version());
    }

    @Test
    void twoLeasesInOneTransactionTakeDifferentNotifications() {
        given(samples.notification(givenTicket()).due(NOON, NotificationState.PENDING, 0));
        Lease lease = new Lease("run-1", NOON, UNTIL, 10);

        List<Integer> taken = read(tx -> List.of(
                tx.outbox().lease(lease).size(), tx.outbox().lease(lease).size()));

        assertEquals(List.of(1, 0), taken);
    }

    @Test
    void whatIsSentOrDeadIsNotLeased() {
        Ticket ticket = givenTicket();
        given(samples.notification(ticket).due(NOON, NotificationState.SENT, 1));
        given(samples.notification(ticket).due(NOON, NotificationState.DEAD, 6));

        assertEquals(List.of(), lease("run-1", UNTIL, 10));
        assertEquals(Optional.empty(), read(tx -> tx.outbox().next()));
    }

    @Test
    void aLeaseThatIsRolledBackTakesNothing() {
        Notification notification = given(samples.notification(givenTicket()).due(NOON, NotificationState.PENDING, 0));

        assertThrows(
                IllegalStateException.class,
                () -> write(tx -> {
                    tx.outbox().lease(new Lease("run-1", NOON, UNTIL, 10));
                    throw new IllegalStateException("planned");
                }));

        assertEquals(List.of(leased(notification, "run-2", UNTIL)), lease("run-2", NOON, 10));
    }

    @Test
    void theFirstNotificationSaysWhenToLookNext() {
        assertEquals(Optional.empty(), read(tx -> tx.outbox().next()));
        Ticket ticket = givenTicket();
        given(samples.notification(ticket).due(NOON.minusSeconds(60), NotificationState.DEAD, 6));
        given(samples.notification(ticket).due(NOON.plusSeconds(90), NotificationState.RETRY, 1));
        assertEquals(Optional.of(NOON.plusSeconds(90)), read(tx -> tx.outbox().next()));

        given(samples.notification(ticket).due(NOON, NotificationState.PENDING, 0));
        assertEquals(Optional.of(NOON), read(tx -> tx.outbox().next()));

        lease("run-1", NOON, 10);
        assertEquals(Optional.of(UNTIL), read(tx -> tx.outbox().next()), "when the lease ends");
    }

    @Test
    void eachCriterionMustHold() {
        Ticket ticket = givenTicket();
        Notification first = given(samples.notification(ticket));
        Notification second = given(samples.notification(givenTicket()).template(TemplateKey.TICKET_SOLVED));
        Notification third = given(samples.notification(ticket).due(NOON, NotificationState.DEAD, 6));
        Optional<CustomerId> customer = Optional.of(ticket.customer());
        Optional<NotificationState> pending = Optional.of(NotificationState.PENDING);
        Optional<TemplateKey> received = Optional.of(TemplateKey.TICKET_RECEIVED);
        Optional<TimeRange> created = Optional.of(new TimeRange(second.createdAt(), third.createdAt()));

        assertEquals(List.of(first, second, third), listed(all()));
        assertEquals(List.of(first, second), listed(criteria(pending, Optional.empty(), Optional.empty())));
        assertEquals(List.of(first, third), listed(criteria(Optional.empty(), customer, Optional.empty())));
        assertEquals(List.of(first, third), listed(criteria(Optional.empty(), Optional.empty(), received)));
        assertEquals(
                List.of(second),
                listed(new NotificationCriteria(ALL, Optional.empty(), Optional.empty(), Optional.empty(), created)));
        assertEquals(List.of(first), listed(criteria(pending, customer, received)));
        assertEquals(List.of(), listed(new NotificationCriteria(ALL, pending, customer, received, created)));
    }

    private static NotificationCriteria all() {
        return criteria(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static NotificationCriteria criteria(
            Optional<NotificationState> state, Optional<CustomerId> customer, Optional<TemplateKey> template) {
        return new NotificationCriteria(ALL, state, customer, template, Optional.empty());
    }

    private List<Notification> listed(NotificationCriteria criteria) {
        return read(tx -> tx.outbox().list(criteria, oldest(100)));
    }

    private boolean append(Notification notification) {
        return this.<Boolean>read(tx -> tx.outbox().append(notification));
    }

    /** Takes for a minute. */
    private List<Notification> lease(String owner, Instant now, int limit) {
        return read(tx -> tx.outbox().lease(new Lease(owner, now, now.plusSeconds(60), limit)));
    }

    private static Notification leased(Notification before, String owner, Instant until) {
        Notification.Delivery was = before.delivery();
        return before.with(new Notification.Delivery(
                NotificationState.LEASED,
                was.attempts() + 1,
                Optional.of(until),
                Optional.of(owner),
                was.sentAt(),
                was.error()));
    }

    private static List<NotificationId> ids(List<Notification> notifications) {
        return notifications.stream().map(Notification::id).toList();
    }
}
