package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.attachment.AttachedTo;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.RefusalCode;
import io.crmkit.automation.RuleExecution;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.error.StorageBusyException;
import io.crmkit.note.Note;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationState;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.DueItem;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.IdempotencyRecord;
import io.crmkit.spi.storage.Lease;
import io.crmkit.spi.storage.StaleVersionException;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What happens when two transactions want the same: exactly one gets it, whatever the storage does about the other. Both
 * are held until each has written or waits for the other.
 */
abstract class RaceRules extends StorageRules {
    /** Tries to write and says whether it got what it wanted; may throw. */
    @FunctionalInterface
    private interface Attempt {
        boolean write(CrmTransaction tx);
    }

    @Test
    void oneOfTwoWritersOfACustomerWins() {
        Customer customer = givenCustomer();

        Winner winner = race(
                tx -> update(tx, CustomerSample.after(customer).names("یک", "").build()),
                tx -> update(
                        tx, CustomerSample.after(customer).names("இரண்டு", "").build()));

        Customer stored = read(tx -> tx.customers().find(customer.id(), ALL)).orElseThrow();
        assertEquals(2, stored.version());
        assertEquals(winner.of("یک", "இரண்டு"), stored.names().given());
    }

    private static boolean update(CrmTransaction tx, Customer customer) {
        tx.customers().update(customer, SampleRecords.index(customer));
        return true;
    }

    @Test
    void oneOfTwoWritersOfANoteWins() {
        Note note = given(samples.note(givenCustomer().id()));

        Winner winner = race(
                tx -> update(tx, NoteSample.after(note).text("یک").build()),
                tx -> update(tx, NoteSample.after(note).text("இரண்டு").build()));

        Note stored = read(tx -> tx.notes().find(note.id(), ALL)).orElseThrow();
        assertEquals(2, stored.version());
        assertEquals(winner.of("یک", "இரண்டு"), stored.text());
    }

    private static boolean update(CrmTransaction tx, Note note) {
        tx.notes().update(note, note.text());
        return true;
    }

    @Test
    void oneOfTwoFilesIsTheLastOfTheDay() {
        Instant at = samples.idempotency().at();
        write(tx -> tx.uploads().count("agent sara", LocalDate.EPOCH, 2, at));

        race(
                tx -> tx.uploads().count("agent sara", LocalDate.EPOCH, 2, at),
                tx -> tx.uploads().count("agent sara", LocalDate.EPOCH, 2, at));

        assertEquals(2, this.<Integer>read(tx -> tx.uploads().counted("agent sara", LocalDate.EPOCH)));
    }

    @Test
    void oneOfTwoFilesIsTheOnlyOneOfTheDay() {
        Instant at = samples.idempotency().at();

        race(
                tx -> tx.uploads().count("agent sara", LocalDate.EPOCH, 1, at),
                tx -> tx.uploads().count("agent sara", LocalDate.EPOCH, 1, at));

        assertEquals(1, this.<Integer>read(tx -> tx.uploads().counted("agent sara", LocalDate.EPOCH)));
    }

    @Test
    void oneOfTwoWritersOfAnAttachmentWins() {
        AttachmentRecord record =
                samples.attachment(AttachedTo.ticket(givenTicket().id()));
        write(tx -> tx.attachments().insert(record));

        Winner winner =
                race(tx -> update(tx, record.stored()), tx -> update(tx, record.quarantined(RefusalCode.SCRIPT, 4)));

        AttachmentRecord stored =
                read(tx -> tx.attachments().find(record.attachment().id())).orElseThrow();
        assertEquals(
                winner.of(AttachmentState.STORED, AttachmentState.QUARANTINED),
                stored.attachment().state());
    }

    private static boolean update(CrmTransaction tx, AttachmentRecord record) {
        tx.attachments().update(record);
        return true;
    }

    @Test
    void oneOfTwoWritersOfATicketWins() {
        Ticket ticket = givenTicket();

        Winner winner = race(
                tx -> update(tx, TicketSample.after(ticket).subject("یک").build()),
                tx -> update(tx, TicketSample.after(ticket).subject("இரண்டு").build()));

        Ticket stored = read(tx -> tx.tickets().find(ticket.id(), ALL)).orElseThrow();
        assertEquals(2, stored.version());
        assertEquals(winner.of("یک", "இரண்டு"), stored.subject());
    }

    private static boolean update(CrmTransaction tx, Ticket ticket) {
        tx.tickets().update(ticket);
        return true;
    }

    @Test
    void oneOfTwoWritersOfANotificationWins() {
        Notification notification = given(samples.notification(givenTicket()));

        race(tx -> update(tx, notification, "RUN_1"), tx -> update(tx, notification, "RUN_2"));

        Notification stored =
                read(tx -> tx.outbox().find(notification.id(), ALL)).orElseThrow();
        assertEquals(2, stored.version());
    }

    private static boolean update(CrmTransaction tx, Notification notification, String error) {
        Instant now = notification.createdAt();
        tx.outbox()
                .update(notification.with(new Notification.Delivery(
                        NotificationState.RETRY,
                        1,
                        Optional.of(now),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(error))));
        return true;
    }

    @Test
    void oneOfTwoCustomersGetsAnIdentifier() {
        Customer one =
                samples.customer().identifiers(Identifier.username("parisa")).build();
        Customer two =
                samples.customer().identifiers(Identifier.username("parisa")).build();

        Winner winner = race(tx -> insert(tx, one), tx -> insert(tx, two));

        assertEquals(
                Optional.of(winner.of(one, two)), read(tx -> tx.customers().findByIdentifier("username:parisa", ALL)));
        assertEquals(
                Optional.empty(),
                read(tx -> tx.customers().find(winner.of(two, one).id(), ALL)),
                "nothing of the other");
    }

    private static boolean insert(CrmTransaction tx, Customer customer) {
        tx.customers().insert(customer, SampleRecords.index(customer));
        return true;
    }

    @Test
    void oneOfTwoTicketsGetsANumber() {
        Customer customer = givenCustomer();
        Ticket one = samples.ticket(customer.id()).number(new TicketNumber(5)).build();
        Ticket two = samples.ticket(customer.id()).number(new TicketNumber(5)).build();

        Winner winner = race(tx -> insert(tx, one), tx -> insert(tx, two));

        assertEquals(Optional.of(winner.of(one, two)), read(tx -> tx.tickets().find(new TicketNumber(5), ALL)));
    }

    private static boolean insert(CrmTransaction tx, Ticket ticket) {
        tx.tickets().insert(ticket);
        return true;
    }

    @Test
    void oneOfTwoCommandsGetsAnIdempotencyKey() {
        IdempotencyRecord one = samples.idempotency();
        IdempotencyRecord two = new IdempotencyRecord(one.key(), one.inputHash(), samples.id(), one.at());

        Winner winner = race(tx -> insert(tx, one), tx -> insert(tx, two));

        assertEquals(
                Optional.of(winner.of(one, two)), read(tx -> tx.idempotency().find(one.key())));
    }

    private static boolean insert(CrmTransaction tx, IdempotencyRecord record) {
        tx.idempotency().insert(record);
        return true;
    }

    @Test
    void oneOfTwoEventsGetsASequence() {
        Ticket ticket = givenTicket();
        TicketEvent one = samples.event(ticket, 1);
        TicketEvent two = samples.event(ticket, 1);

        Winner winner = race(tx -> append(tx, one), tx -> append(tx, two));

        assertEquals(List.of(winner.of(one, two)), read(tx -> tx.ticketEvents().of(ticket.id())));
    }

    private static boolean append(CrmTransaction tx, TicketEvent event) {
        tx.ticketEvents().append(List.of(event));
        return true;
    }

    @Test
    void oneOfTwoNotificationsGetsADedupeKey() {
        Ticket ticket = givenTicket();
        Notification one = samples.notification(ticket).dedupeKey("cause").build();
        Notification two = samples.notification(ticket).dedupeKey("cause").build();

        Winner winner = race(tx -> tx.outbox().append(one), tx -> tx.outbox().append(two));

        assertEquals(
                Optional.of(winner.of(one, two)),
                read(tx -> tx.outbox().find(winner.of(one, two).id(), ALL)));
        assertEquals(
                Optional.empty(),
                read(tx -> tx.outbox().find(winner.of(two, one).id(), ALL)));
    }

    @Test
    void oneOfTwoRunsOfARuleIsKept() {
        RuleExecution one = samples.execution(givenTicket());
        RuleExecution two = new RuleExecution(samples.id(), one.rule(), one.ticket(), one.episode(), one.at());

        Winner winner =
                race(tx -> tx.rules().addExecution(one), tx -> tx.rules().addExecution(two));

        assertEquals(List.of(winner.of(one, two)), read(tx -> tx.rules().executions(ALL, oldest(10))));
    }

    @Test
    void oneOfTwoLeasesGetsANotification() {
        Notification notification = given(samples.notification(givenTicket()));
        Instant now = notification.createdAt();

        Winner winner = race(tx -> lease(tx, "run-1", now), tx -> lease(tx, "run-2", now));

        Notification stored =
                read(tx -> tx.outbox().find(notification.id(), ALL)).orElseThrow();
        assertEquals(Optional.of(winner.of("run-1", "run-2")), stored.delivery().leaseOwner());
        assertEquals(1, stored.delivery().attempts());
    }

    private static boolean lease(CrmTransaction tx, String owner, Instant now) {
        return !tx.outbox()
                .lease(new Lease(owner, now, now.plusSeconds(60), 10))
                .isEmpty();
    }

    @Test
    void oneOfTwoRemovesADueItem() {
        DueItem item = givenDueItem();

        race(tx -> tx.due().remove(item), tx -> tx.due().remove(item));

        assertEquals(Optional.empty(), read(tx -> tx.due().next()));
    }

    @Test
    void aDueItemThatIsReplacedMeanwhileStays() {
        DueItem item = givenDueItem();
        DueItem replaced = new DueItem(item.rule(), item.ticket(), item.dueAt().plusSeconds(60), item.dueAt());
        Signal began = new Signal();
        Signal wrote = new Signal();
        OtherThread<Boolean> remover = OtherThread.start(() -> read(tx -> {
            assertEquals(List.of(item), tx.due().due(item.dueAt(), 10));
            began.give();
            wrote.awaitAMoment();
            return tx.due().remove(item);
        }));
        began.await("the other reads");
        write(tx -> tx.due().put(replaced));
        wrote.give();

        boolean removed = wins(remover);
        assertEquals(List.of(replaced), read(tx -> tx.due().due(replaced.dueAt(), 10)), () -> "removed: " + removed);
    }

    private DueItem givenDueItem() {
        RuleExecution sample = samples.execution(givenTicket());
        DueItem item = new DueItem(sample.rule(), sample.ticket(), sample.at().plusSeconds(60), sample.at());
        write(tx -> tx.due().put(item));
        return item;
    }

    private record Winner(boolean first) {
        <T> T of(T one, T two) {
            return first ? one : two;
        }
    }

    private Winner race(Attempt one, Attempt two) {
        Signal firstWrote = new Signal();
        Signal secondWrote = new Signal();
        OtherThread<Boolean> first = OtherThread.start(() -> attempt(one, firstWrote, secondWrote));
        OtherThread<Boolean> second = OtherThread.start(() -> attempt(two, secondWrote, firstWrote));

        boolean firstWon = wins(first);
        boolean secondWon = wins(second);

        assertTrue(firstWon || secondWon, "one of both gets it");
        assertTrue(!(firstWon && secondWon), "not both get it");
        return new Winner(firstWon);
    }

    private boolean attempt(Attempt attempt, Signal mine, Signal others) {
        return read(tx -> {
            try {
                return attempt.write(tx);
            } finally {
                mine.give();
                others.awaitAMoment();
            }
        });
    }

    private static boolean wins(OtherThread<Boolean> thread) {
        Optional<Throwable> failure = thread.failure();
        failure.ifPresent(cause -> assertTrue(
                cause instanceof StaleVersionException
                        || cause instanceof DuplicateKeyException
                        || cause instanceof StorageBusyException,
                () -> "the loser learns why: " + cause));
        return failure.isEmpty() && thread.result();
    }
}
