package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.MergeId;
import io.crmkit.error.StorageBusyException;
import io.crmkit.note.Note;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.MergeRecord;
import io.crmkit.spi.storage.NoteCriteria;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What merges share, and how whoever takes a customer out and whoever adds a record about him meet. */
abstract class MergeRaceRules extends StorageRules {
    static final Instant AT = Instant.parse("2026-03-20T14:46:00.123456Z");

    final MergeRecord merge(Customer survivor, Customer merged) {
        Customer after = CustomerSample.after(survivor).build();
        return new MergeRecord(
                new MergeId(samples.id()),
                1,
                survivor,
                after,
                merged,
                AT,
                new ActorRef(ActorKind.AGENT, SARA),
                Optional.empty());
    }

    static void take(CrmTransaction tx, Customer customer) {
        assertEquals(Optional.of(customer), tx.merges().take(customer.id()));
        tx.merges().remove(customer.id());
    }

    /** Merges as the core does. */
    final MergeRecord given(MergeRecord merge) {
        write(tx -> {
            take(tx, merge.merged());
            tx.customers().update(merge.after(), SampleRecords.index(merge.after()));
            tx.merges().insert(merge);
            tx.merges().move(merge);
        });
        return merge;
    }

    static NoteCriteria notesOf(CustomerId owner) {
        return new NoteCriteria(ALL, Optional.of(owner), Optional.empty(), List.of(), false, Optional.empty());
    }

    @Test
    void severalWhoHoldACustomerDoNotRefuseEachOther() {
        Customer customer = givenCustomer();
        Note one = samples.note(customer.id()).build();
        Note two = samples.note(customer.id()).build();
        Signal firstHolds = new Signal();
        Signal secondHolds = new Signal();

        OtherThread<Boolean> first = OtherThread.start(() -> addHolding(one, firstHolds, secondHolds));
        OtherThread<Boolean> second = OtherThread.start(() -> addHolding(two, secondHolds, firstHolds));
        first.result();
        second.result();

        assertEquals(
                2,
                read(tx -> tx.notes().list(notesOf(customer.id()), oldest(10))).size());
    }

    private boolean addHolding(Note note, Signal mine, Signal other) {
        write(tx -> {
            assertTrue(tx.customers().hold(note.customer(), ALL).isPresent());
            mine.give();
            other.awaitAMoment();
            tx.notes().insert(note, note.text());
        });
        return true;
    }

    @Test
    void whatIsAddedAtOnceWithATakeGoesAlongOrIsRefused() {
        Customer survivor = givenCustomer();
        Customer merged = givenCustomer();
        Note note = samples.note(merged.id()).build();
        MergeRecord merge = merge(survivor, merged);
        Signal held = new Signal();
        Signal tried = new Signal();

        OtherThread<Boolean> adding = OtherThread.start(() -> {
            write(tx -> {
                assertTrue(tx.customers().hold(merged.id(), ALL).isPresent());
                tx.notes().insert(note, note.text());
                held.give();
                tried.await("the other tried to take the customer");
            });
            return true;
        });
        held.await("the customer is held");
        OtherThread<Boolean> taking = OtherThread.start(() -> given(merge).version() == 1);
        if (!taking.endsInAMoment()) {
            tried.give();
        }
        Optional<Throwable> refused = taking.failure();
        tried.give();
        Optional<Throwable> late = adding.failure();

        refused.or(() -> late)
                .ifPresent(failure -> assertTrue(failure instanceof StorageBusyException, failure::toString));
        assertTrue(refused.isPresent() != late.isPresent(), "one of the two is refused");
        isAboutOne(note, merge, late.isEmpty());
    }

    /** The note was added and goes along with a merge, or it is not there. */
    private void isAboutOne(Note note, MergeRecord merge, boolean added) {
        assertEquals(added, read(tx -> tx.notes().find(note.id(), ALL)).isPresent());
        if (added) {
            given(merge);
            Note moved = read(tx -> tx.notes().find(note.id(), ALL)).orElseThrow();
            assertEquals(merge.survivor(), moved.customer());
        }
    }

    @Test
    void ofOneWhoTakesAndOneWhoAddsMeanwhileOneIsRefused() {
        Customer customer = givenCustomer();
        Note note = samples.note(customer.id()).build();
        List<Throwable> refused = new ArrayList<>();

        try {
            write(tx -> {
                take(tx, customer);
                OtherThread.start(() -> {
                            write(other -> {
                                assertTrue(other.customers()
                                        .hold(customer.id(), ALL)
                                        .isPresent());
                                other.notes().insert(note, note.text());
                            });
                            return true;
                        })
                        .failure()
                        .ifPresent(refused::add);
            });
        } catch (StorageBusyException e) {
            refused.add(e);
        }

        assertEquals(1, refused.size(), () -> "refused: " + refused);
        assertTrue(refused.get(0) instanceof StorageBusyException, () -> "refused: " + refused);
        boolean there = read(tx -> tx.customers().find(customer.id(), ALL)).isPresent();
        assertEquals(
                there ? 1 : 0,
                read(tx -> tx.notes().list(notesOf(customer.id()), oldest(10))).size());
    }
}
