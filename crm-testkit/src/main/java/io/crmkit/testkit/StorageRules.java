package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.note.Note;
import io.crmkit.notification.Notification;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.StaleVersionException;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** What all sections of the contract share. Parents are always written before what belongs to them. */
abstract class StorageRules {
    static final TeamId FIAT = TeamId.of("fiat");
    static final TeamId CRYPTO = TeamId.of("crypto");
    static final ActorId SARA = new ActorId("sara");
    static final ActorId KUMAR = new ActorId("kumar");
    static final Reach ALL = Reach.all();

    /** More than any test writes. */
    static final int MANY = 2_000;

    final SampleRecords samples = new SampleRecords();

    /** The storage of this test, empty at its beginning. */
    abstract CrmStorage storage();

    /** Says whether the storage was left open. */
    boolean isOpen() {
        return true;
    }

    @AfterEach
    final void theStorageIsInOrder() {
        if (isOpen()) {
            new StorageInvariants(storage()).check();
        }
    }

    final void write(Consumer<CrmTransaction> work) {
        storage().inTransaction(transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    final <T> T read(Function<CrmTransaction, T> work) {
        return storage().inTransaction(work);
    }

    /** Stores a customer. */
    final Customer given(CustomerSample sample) {
        Customer customer = sample.build();
        write(tx -> tx.customers().insert(customer, SampleRecords.index(customer)));
        return customer;
    }

    /** Stores a ticket, whose customer is there already. */
    final Ticket given(TicketSample sample) {
        Ticket ticket = sample.build();
        write(tx -> tx.tickets().insert(ticket));
        return ticket;
    }

    /** Stores a note, whose customer is there already. */
    final Note given(NoteSample sample) {
        Note note = sample.build();
        write(tx -> tx.notes().insert(note, note.text()));
        return note;
    }

    /** Stores a notification, whose ticket is there already. */
    final Notification given(NotificationSample sample) {
        Notification notification = sample.build();
        boolean added = read(tx -> tx.outbox().append(notification));
        assertTrue(added, "the dedupe key is new");
        return notification;
    }

    final Customer givenCustomer() {
        return given(samples.customer());
    }

    final Ticket givenTicket() {
        return given(samples.ticket(givenCustomer().id()));
    }

    /** Makes a call that must be refused when it is made, not later, and lets the refusal end the transaction. */
    final <X extends RuntimeException> X refusedAtTheCall(Class<X> type, Consumer<CrmTransaction> call) {
        List<X> refusals = new ArrayList<>();
        RuntimeException left = assertThrows(
                type,
                () -> write(tx -> {
                    X refusal = assertThrows(type, () -> call.accept(tx), "at the call");
                    refusals.add(refusal);
                    throw refusal;
                }));
        assertSame(refusals.get(0), left, "the same throwable leaves");
        return refusals.get(0);
    }

    /** Makes a call that must be refused because the record is in another version than was expected. */
    final void refusedAsStale(String id, long expected, long found, Consumer<CrmTransaction> call) {
        StaleVersionException refusal = refusedAtTheCall(StaleVersionException.class, call);
        assertTrue(refusal.record().contains(id), () -> "names the record: " + refusal.record());
        assertEquals(
                List.of(expected, found), List.of(refusal.expected(), refusal.found()), "expected and found version");
    }

    final long count(TicketCriteria criteria) {
        return this.<Long>read(tx -> tx.tickets().count(criteria));
    }

    static Slice oldest(int limit) {
        return Slice.first(SortOrder.OLDEST_FIRST, limit);
    }

    static Slice newest(int limit) {
        return Slice.first(SortOrder.NEWEST_FIRST, limit);
    }

    static Reach reachOf(TeamId... teams) {
        return new Reach(false, Set.of(teams), Optional.empty(), Optional.empty());
    }

    static Reach reachOf(ActorId owner) {
        return new Reach(false, Set.of(), Optional.of(owner), Optional.empty());
    }
}
