package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.CustomerId;
import io.crmkit.audit.AuditEntry;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.note.Note;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationState;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.MergeRecord;
import io.crmkit.spi.storage.MessageKind;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Merges of customers: who is taken out, what goes along, and how it comes back. */
abstract class MergeStoreRules extends MergeRaceRules {
    @Test
    void aCustomerWhoWasTakenOutIsNowhereAndHisIdentifiersAreFree() {
        Customer customer = given(
                samples.customer().identifiers(Identifier.username("parisa")).contacts(SampleRecords.phone("+98")));

        write(tx -> take(tx, customer));

        assertEquals(Optional.empty(), read(tx -> tx.customers().find(customer.id(), ALL)));
        assertEquals(Optional.empty(), read(tx -> tx.customers().hold(customer.id(), ALL)));
        assertEquals(Optional.empty(), read(tx -> tx.merges().take(customer.id())));
        assertEquals(Optional.empty(), read(tx -> tx.customers().findByIdentifier("username:parisa", ALL)));
        assertEquals(List.of(), read(tx -> tx.customers().findByContact("PHONE:+98", ALL, 10)));
        assertEquals(List.of(), read(tx -> tx.customers().list(CustomerCriteria.within(ALL), oldest(10))));
        Customer other = given(samples.customer().identifiers(Identifier.username("parisa")));
        assertEquals(Optional.of(other), read(tx -> tx.customers().findByIdentifier("username:parisa", ALL)));
    }

    @Test
    void aCustomerWhoComesBackIsThereOnceWithHisVersion() {
        Customer first = given(samples.customer().identifiers(Identifier.username("parisa")));
        Customer customer = CustomerSample.after(first).build();
        write(tx -> tx.customers().update(customer, SampleRecords.index(customer)));

        write(tx -> take(tx, customer));
        write(tx -> tx.customers().insert(customer, SampleRecords.index(customer)));

        assertEquals(Optional.of(customer), read(tx -> tx.customers().find(customer.id(), ALL)));
        assertEquals(List.of(customer), read(tx -> tx.customers().list(CustomerCriteria.within(ALL), oldest(10))));
        assertEquals(Optional.of(customer), read(tx -> tx.customers().findByIdentifier("username:parisa", ALL)));
    }

    @Test
    void aMergeIsFoundByItsIdAndWhileItHoldsByBothCustomers() {
        Customer survivor = givenCustomer();
        MergeRecord merge = given(merge(survivor, givenCustomer()));

        CustomerId merged = merge.merged().id();
        assertEquals(Optional.of(merge), read(tx -> tx.merges().find(merge.id())));
        assertEquals(Optional.of(merge), read(tx -> tx.merges().findByMerged(merged)));
        assertEquals(List.of(merge), read(tx -> tx.merges().into(survivor.id())));
        assertEquals(Optional.empty(), read(tx -> tx.merges().findByMerged(survivor.id())));
        assertEquals(List.of(), read(tx -> tx.merges().into(merged)));

        MergeRecord ended = merge.ended(AT.plusSeconds(1));
        write(tx -> tx.merges().update(ended));

        assertEquals(Optional.of(ended), read(tx -> tx.merges().find(merge.id())));
        assertEquals(Optional.empty(), read(tx -> tx.merges().findByMerged(merged)));
        assertEquals(List.of(), read(tx -> tx.merges().into(survivor.id())));
    }

    @Test
    void mergesIntoOneCustomerComeInTheOrderOfTheirIdsAtOneTime() {
        Customer survivor = givenCustomer();
        List<MergeRecord> merges = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            MergeRecord merge = merge(survivor, samples.customer().build());
            write(tx -> tx.merges().insert(merge));
            merges.add(merge);
        }

        assertEquals(merges, read(tx -> tx.merges().into(survivor.id())));
    }

    @Test
    void oneMergeHoldsForACustomerAtATime() {
        Customer survivor = givenCustomer();
        MergeRecord merge = given(merge(survivor, givenCustomer()));
        MergeRecord second = merge(survivor, merge.merged());

        assertEquals("merged", refusedAsDuplicate(second));
        write(tx -> tx.merges().update(merge.ended(AT)));
        write(tx -> tx.merges().insert(second));

        assertEquals(
                Optional.of(second),
                read(tx -> tx.merges().findByMerged(merge.merged().id())));
        MergeRecord sameId = new MergeRecord(
                merge.id(), 1, survivor, survivor, samples.customer().build(), AT, merge.by(), Optional.empty());
        assertEquals("id", refusedAsDuplicate(sameId));
    }

    private String refusedAsDuplicate(MergeRecord merge) {
        return refusedAtTheCall(DuplicateKeyException.class, tx -> tx.merges().insert(merge))
                .key();
    }

    @Test
    void aStaleVersionOfAMergeIsRefusedAtTheCall() {
        MergeRecord merge = given(merge(givenCustomer(), givenCustomer()));
        write(tx -> tx.merges().update(merge.ended(AT)));

        refusedAsStale(merge.id().toString(), 1, 2, tx -> tx.merges().update(merge.ended(AT)));
    }

    @Test
    void anUpdateReplacesWhatTheSurvivorWasBeforeAndAfter() {
        Customer survivor = givenCustomer();
        MergeRecord merge = given(merge(survivor, givenCustomer()));
        MergeRecord other = merge.of(CustomerSample.after(survivor).build(), survivor);

        write(tx -> tx.merges().update(other));

        assertEquals(Optional.of(other), read(tx -> tx.merges().find(merge.id())));
        assertEquals(List.of(other), read(tx -> tx.merges().into(survivor.id())));
    }

    /** All that a customer may have. */
    private final class Belongings {
        private final Note note;
        private final Ticket ticket;
        private final PublicMessage message;
        private final InternalComment comment;
        private final Notification notification;
        private final AuditEntry entry;
        private final RecordActivity activity;

        Belongings(CustomerId customer) {
            note = given(samples.note(customer));
            ticket = given(samples.ticket(customer));
            message = samples.message(ticket);
            comment = samples.comment(ticket);
            notification = given(samples.notification(ticket));
            entry = samples.auditEntry(customer);
            activity = samples.activity(customer);
            write(tx -> {
                tx.messages().insert(message);
                tx.messages().insert(comment);
                tx.audit().append(entry);
                tx.activities().insert(activity);
            });
        }

        private void areOf(CustomerId owner, long version) {
            Note itsNote = read(tx -> tx.notes().find(note.id(), ALL)).orElseThrow();
            Ticket itsTicket = read(tx -> tx.tickets().find(ticket.id(), ALL)).orElseThrow();
            assertEquals(List.of(owner, version), List.of(itsNote.customer(), itsNote.version()), "note");
            assertEquals(List.of(owner, version), List.of(itsTicket.customer(), itsTicket.version()), "ticket");
            assertEquals(note.text(), itsNote.text());
            assertEquals(ticket.clock(), itsTicket.clock());
            assertEquals(
                    owner,
                    read(tx -> tx.messages().find(message.id())).orElseThrow().customer(),
                    "message");
            Notification notice =
                    read(tx -> tx.outbox().find(notification.id(), ALL)).orElseThrow();
            assertEquals(List.of(owner, 1L), List.of(notice.customer(), notice.version()), "notification");
            assertEquals(
                    owner,
                    read(tx -> tx.activities().find(activity.source(), activity.externalId()))
                            .orElseThrow()
                            .customer(),
                    "activity");
        }
    }

    private void belongTo(CustomerId owner, int sets) {
        assertEquals(
                sets, read(tx -> tx.notes().list(notesOf(owner), oldest(10))).size(), "notes");
        assertEquals(
                sets,
                read(tx -> tx.tickets().list(TicketCriteria.within(ALL).of(owner), oldest(10)))
                        .size(),
                "tickets");
        for (MessageKind kind : MessageKind.values()) {
            assertEquals(
                    sets,
                    read(tx -> tx.messages().list(owner, kind, ALL, oldest(10))).size(),
                    kind::name);
        }
        assertEquals(
                sets, read(tx -> tx.audit().list(entriesOf(owner), oldest(10))).size(), "audit entries");
        long activities = this.<Long>read(tx ->
                tx.activities().counts(owner).stream().mapToLong(c -> c.count()).sum());
        assertEquals(sets, activities, "activities");
    }

    private static AuditCriteria entriesOf(CustomerId owner) {
        return new AuditCriteria(
                ALL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(owner), Set.of());
    }

    @Test
    void allThatBelongsToTheMergedCustomerGoesAlongAndComesBack() {
        Customer survivor = givenCustomer();
        Customer merged = givenCustomer();
        Customer third = givenCustomer();
        Belongings ours = new Belongings(survivor.id());
        Belongings theirs = new Belongings(merged.id());
        Belongings others = new Belongings(third.id());

        MergeRecord merge = given(merge(survivor, merged));

        theirs.areOf(survivor.id(), 2);
        ours.areOf(survivor.id(), 1);
        others.areOf(third.id(), 1);
        belongTo(survivor.id(), 2);
        belongTo(merged.id(), 0);

        Note later = given(samples.note(survivor.id()));
        PublicMessage since = samples.message(theirs.ticket);
        write(tx -> tx.messages()
                .insert(new PublicMessage(
                        since.id(), since.ticket(), survivor.id(), since.author(), since.at(), since.text())));
        write(tx -> tx.merges().moveBack(merge));

        theirs.areOf(merged.id(), 3);
        ours.areOf(survivor.id(), 1);
        others.areOf(third.id(), 1);
        assertEquals(
                merged.id(),
                read(tx -> tx.messages().find(since.id())).orElseThrow().customer(),
                "what was written since follows its ticket");
        assertEquals(
                survivor.id(),
                read(tx -> tx.notes().find(later.id(), ALL)).orElseThrow().customer(),
                "what was added since stays");
        write(tx -> tx.merges().moveBack(merge));
        ours.areOf(survivor.id(), 1);
    }

    @Test
    void anUpdateLeavesANotificationWithItsCustomer() {
        Customer survivor = givenCustomer();
        Customer merged = givenCustomer();
        Notification read = given(samples.notification(given(samples.ticket(merged.id()))));
        given(merge(survivor, merged));

        write(tx -> tx.outbox()
                .update(read.with(new Notification.Delivery(
                        NotificationState.SENT,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(AT),
                        Optional.empty()))));

        Notification stored = read(tx -> tx.outbox().find(read.id(), ALL)).orElseThrow();
        assertEquals(survivor.id(), stored.customer());
        assertEquals(NotificationState.SENT, stored.delivery().state());
    }
}
