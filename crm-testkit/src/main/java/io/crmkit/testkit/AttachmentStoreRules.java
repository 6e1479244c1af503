package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.attachment.AttachedTo;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.RefusalCode;
import io.crmkit.attachment.StoredName;
import io.crmkit.note.Note;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.ticket.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Attachments and upload counts. */
abstract class AttachmentStoreRules extends StorageRules {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 21);
    private static final Instant NOON = Instant.parse("2026-03-21T12:00:00Z");

    private AttachmentRecord given(AttachmentRecord record) {
        write(tx -> tx.attachments().insert(record));
        return record;
    }

    private AttachmentRecord givenOn(AttachedTo to) {
        return given(samples.attachment(to));
    }

    private AttachmentRecord changed(AttachmentRecord next) {
        write(tx -> tx.attachments().update(next));
        return next;
    }

    private AttachmentRecord deleted(AttachmentRecord record) {
        return changed(record.deleted(Optional.of(new Note.Deletion(NOON, SampleRecords.AGENT, "اشتباه بود"))));
    }

    private AttachedTo ticket() {
        return AttachedTo.ticket(givenTicket().id());
    }

    @Test
    void aRecordIsFoundAsItWasStoredInEveryState() {
        AttachmentRecord local = givenOn(ticket());
        AttachmentRecord later = changed(givenOn(ticket()).waiting(new AttachmentRecord.Waiting("spool-2", 3, NOON)));
        AttachmentRecord stored = changed(givenOn(ticket()).stored());
        AttachmentRecord quarantined = changed(givenOn(ticket()).quarantined(RefusalCode.SCRIPT, 9));
        AttachmentRecord lost = changed(givenOn(ticket()).lost());
        AttachmentRecord gone = deleted(givenOn(ticket()));
        AttachmentRecord restored = changed(deleted(givenOn(ticket())).deleted(Optional.empty()));

        for (AttachmentRecord record : List.of(local, later, stored, quarantined, lost, gone, restored)) {
            assertEquals(
                    Optional.of(record),
                    read(tx -> tx.attachments().find(record.attachment().id())));
        }
        assertEquals(Optional.empty(), read(tx -> tx.attachments().find(new AttachmentId(samples.id()))));
    }

    @Test
    void aTakenIdOrStoredNameIsRefusedAtTheCall() {
        AttachmentRecord record = givenOn(ticket());
        AttachmentRecord other = samples.attachment(record.attachment().to());
        AttachmentRecord sameName = new AttachmentRecord(
                other.attachment(), record.storedName(), other.receivedSha256(), 1, other.waiting());

        assertEquals(
                "id",
                refusedAtTheCall(
                                DuplicateKeyException.class,
                                tx -> tx.attachments()
                                        .insert(new AttachmentRecord(
                                                record.attachment(),
                                                other.storedName(),
                                                other.receivedSha256(),
                                                1,
                                                other.waiting())))
                        .key());
        assertEquals(
                "storedName",
                refusedAtTheCall(
                                DuplicateKeyException.class,
                                tx -> tx.attachments().insert(sameName))
                        .key());
    }

    @Test
    void aStaleVersionIsRefusedAtTheCall() {
        AttachmentRecord stored = changed(givenOn(ticket()).stored());
        String id = stored.attachment().id().toString();

        refusedAsStale(id, 1, 2, tx -> tx.attachments().update(stored));
        refusedAsStale(id, 3, 2, tx -> tx.attachments().update(stored.lost().stored()));
    }

    @Test
    void whatHangsOnPlacesIsListedLatestFirst() {
        Ticket ticket = givenTicket();
        AttachedTo open = AttachedTo.ticket(ticket.id());
        AttachedTo internal = AttachedTo.ticketInternally(ticket.id());
        AttachedTo note = AttachedTo.note(given(samples.note(ticket.customer())).id());
        AttachmentRecord first = givenOn(open);
        AttachmentRecord second = givenOn(internal);
        AttachmentRecord third = givenOn(note);
        AttachmentRecord fourth = givenOn(open);
        AttachmentRecord gone = deleted(givenOn(open));
        givenOn(ticket());

        assertEquals(List.of(fourth, first), on(Set.of(open), false, MANY));
        assertEquals(List.of(gone), on(Set.of(open, internal), true, MANY));
        assertEquals(List.of(fourth, third, second, first), on(Set.of(note, open, internal), false, MANY));
        assertEquals(List.of(fourth, third), on(Set.of(note, open, internal), false, 2));
        assertEquals(List.of(), on(Set.of(), false, MANY));
    }

    private List<AttachmentRecord> on(Set<AttachedTo> places, boolean deleted, int limit) {
        return read(tx -> tx.attachments().on(places, deleted, limit));
    }

    @Test
    void whatWaitsInASpoolIsListedByTheTimeOfTheNextAttempt() {
        AttachmentRecord late = givenOn(ticket());
        AttachmentRecord later = changed(late.waiting(new AttachmentRecord.Waiting("spool-1", 1, NOON)));
        AttachmentRecord soon = givenOn(ticket());
        AttachmentRecord gone = deleted(givenOn(ticket()));
        changed(givenOn(ticket()).waiting(new AttachmentRecord.Waiting("spool-2", 0, NOON)));
        changed(givenOn(ticket()).stored());

        assertEquals(List.of(soon, gone, later), read(tx -> tx.attachments().waiting("spool-1", NOON, MANY)));
        assertEquals(List.of(soon), read(tx -> tx.attachments().waiting("spool-1", NOON, 1)));
        assertEquals(
                List.of(soon, gone), read(tx -> tx.attachments().waiting("spool-1", NOON.minusNanos(1_000), MANY)));
        assertEquals(
                soon.waiting().map(AttachmentRecord.Waiting::next),
                read(tx -> tx.attachments().nextWaiting("spool-1")));
        assertEquals(Optional.empty(), read(tx -> tx.attachments().nextWaiting("spool-3")));
    }

    @Test
    void whatAnOlderInspectionLetInIsListedByItsVersion() {
        AttachmentRecord third = changed(givenOn(ticket()).stored());
        AttachmentRecord second = changed(changed(givenOn(ticket()).stored()).inspected(2));
        AttachmentRecord gone =
                deleted(changed(changed(givenOn(ticket()).stored()).inspected(2)));
        changed(changed(givenOn(ticket()).stored()).inspected(4));
        givenOn(ticket());
        changed(givenOn(ticket()).quarantined(RefusalCode.SCRIPT, 1));
        changed(givenOn(ticket()).lost());

        assertEquals(List.of(second, gone, third), read(tx -> tx.attachments().inspectedBefore(4, MANY)));
        assertEquals(List.of(second, gone), read(tx -> tx.attachments().inspectedBefore(3, MANY)));
        assertEquals(List.of(second), read(tx -> tx.attachments().inspectedBefore(4, 1)));
    }

    @Test
    void allRecordsAreListedByStoredNameWhateverTheirState() {
        List<AttachmentRecord> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(givenOn(ticket()));
        }
        all.set(0, deleted(all.get(0)));
        all.set(1, changed(all.get(1).lost()));
        all.sort(Comparator.comparing(record -> record.storedName().value()));

        assertEquals(all, read(tx -> tx.attachments().byStoredName(Optional.empty(), MANY)));
        assertEquals(all.subList(0, 7), read(tx -> tx.attachments().byStoredName(Optional.empty(), 7)));
        String tenth = all.get(9).storedName().value();
        assertEquals(all.subList(10, 40), read(tx -> tx.attachments().byStoredName(Optional.of(tenth), MANY)));
    }

    @Test
    void recordsAreFoundByManyStoredNamesAtOnce() {
        AttachmentRecord one = givenOn(ticket());
        AttachmentRecord other = deleted(givenOn(ticket()));
        givenOn(ticket());
        StoredName nobodys = samples.attachment(ticket()).storedName();

        Set<StoredName> names = Set.of(one.storedName(), other.storedName(), nobodys);

        assertEquals(Set.of(one, other), Set.copyOf(read(tx -> tx.attachments().named(names))));
        assertEquals(List.of(), read(tx -> tx.attachments().named(Set.of())));
    }

    @Test
    void filesAreCountedByUploaderAndDayUpToTheMost() {
        assertEquals(0, counted("agent sara", DAY));
        assertEquals(
                List.of(true, true, false),
                List.of(count("agent sara", DAY), count("agent sara", DAY), count("agent sara", DAY)));
        assertEquals(true, count("agent Sara", DAY));
        assertEquals(true, count("agent sara", DAY.plusDays(1)));

        assertEquals(
                List.of(2, 1, 1),
                List.of(
                        counted("agent sara", DAY),
                        counted("agent Sara", DAY),
                        counted("agent sara", DAY.plusDays(1))));
    }

    private boolean count(String uploader, LocalDate day) {
        return this.<Boolean>read(tx -> tx.uploads().count(uploader, day, 2, NOON));
    }

    private int counted(String uploader, LocalDate day) {
        return this.<Integer>read(tx -> tx.uploads().counted(uploader, day));
    }
}
