package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.note.Note;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationState;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.NotificationCriteria;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What holds of any storage at any time; checked after every test, whatever it was about. */
final class StorageInvariants {
    private static final Slice EVERYTHING = StorageRules.oldest(StorageRules.MANY);
    private static final TimeRange ALWAYS =
            new TimeRange(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2300-01-01T00:00:00Z"));

    private final CrmStorage storage;

    StorageInvariants(CrmStorage storage) {
        this.storage = storage;
    }

    void check() {
        storage.inTransaction(tx -> {
            sequencesHaveNoGaps(tx);
            listsAgreeWithOtherReads(tx);
            takenNotificationsHaveAnOwner(tx);
            return true;
        });
        nobodyHoldsARecord();
    }

    private static void sequencesHaveNoGaps(CrmTransaction tx) {
        Map<TicketId, SortedSet<Integer>> sequences = new HashMap<>();
        for (TicketEvent event : tx.ticketEvents().list(ALWAYS, Reach.all(), EVERYTHING)) {
            sequences.computeIfAbsent(event.ticket(), ticket -> new TreeSet<>()).add(event.sequence());
        }
        sequences.forEach((ticket, found) -> {
            int purged = found.first() - 1;
            assertTrue(purged == 0 || isClosed(tx, ticket), "the first sequence of " + ticket);
            assertEquals(purged + found.size(), found.last(), "the last sequence of " + ticket);
            assertEquals(found.size(), tx.ticketEvents().of(ticket).size(), "events of " + ticket);
        });
    }

    private static boolean isClosed(CrmTransaction tx, TicketId id) {
        return tx.tickets().find(id, Reach.all()).orElseThrow().status() == TicketStatus.CLOSED;
    }

    private static void listsAgreeWithOtherReads(CrmTransaction tx) {
        List<Ticket> tickets = tickets(tx);
        assertEquals(tickets.size(), tx.tickets().count(TicketCriteria.within(Reach.all())), "counted tickets");
        for (Ticket ticket : tickets) {
            assertEquals(Optional.of(ticket), tx.tickets().find(ticket.id(), Reach.all()), "by id");
            assertEquals(Optional.of(ticket), tx.tickets().find(ticket.number(), Reach.all()), "by number");
        }
        List<Note> notes = tx.notes().list(NoteCriteria.within(Reach.all()), EVERYTHING);
        assertEquals(notes.size(), tx.notes().figures(ALWAYS, Reach.all()).written(), "counted notes");
        for (Note note : notes) {
            assertEquals(Optional.of(note), tx.notes().find(note.id(), Reach.all()), "by id");
        }
    }

    private static void takenNotificationsHaveAnOwner(CrmTransaction tx) {
        NotificationCriteria leased = new NotificationCriteria(
                Reach.all(),
                Optional.of(NotificationState.LEASED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        for (Notification notification : tx.outbox().list(leased, EVERYTHING)) {
            assertTrue(notification.delivery().leaseOwner().isPresent(), "owner of " + notification);
        }
    }

    /** Changes every ticket for a try: a transaction that is still alive would be in the way. */
    private void nobodyHoldsARecord() {
        IllegalStateException planned = new IllegalStateException("planned");
        Optional<Throwable> failure = OtherThread.start(() -> storage.inTransaction(tx -> {
                    tickets(tx)
                            .forEach(ticket -> tx.tickets()
                                    .update(TicketSample.after(ticket).build()));
                    throw planned;
                }))
                .failure();
        assertEquals(Optional.of(planned), failure, "no transaction is left alive");
    }

    private static List<Ticket> tickets(CrmTransaction tx) {
        return tx.tickets().list(TicketCriteria.within(Reach.all()), EVERYTHING);
    }
}
