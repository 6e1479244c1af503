package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.note.NoteRevision;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.NoteFigures;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Notes, their criteria, the latest on each object, figures and former texts. */
abstract class NoteStoreRules extends StorageRules {
    private static final Instant NOON = Instant.parse("2026-03-21T12:00:00Z");
    private static final SubjectRef ORDER = SubjectRef.order("سفارش-۱");
    private static final SubjectRef TRANSACTION = SubjectRef.transaction("0xAB");

    @Test
    void aStoredNoteIsFoundByIdAlsoWhenItIsDeleted() {
        Note live = given(samples.note(givenCustomer().id()));
        Note deleted = given(samples.note(givenCustomer().id()).deletedAt(NOON));

        assertEquals(Optional.of(live), read(tx -> tx.notes().find(live.id(), ALL)));
        assertEquals(Optional.of(deleted), read(tx -> tx.notes().find(deleted.id(), ALL)));
        assertEquals(Optional.empty(), read(tx -> tx.notes().find(new NoteId(samples.id()), ALL)));
    }

    @Test
    void notesAreFoundByManyIdsAtOnceWithinReach() {
        Note one = given(samples.note(givenCustomer().id()));
        Note deleted = given(samples.note(givenCustomer().id()).deletedAt(NOON));
        Note elsewhere = given(samples.note(givenCustomer().id()).team(CRYPTO));
        Set<NoteId> ids = Set.of(one.id(), deleted.id(), elsewhere.id(), new NoteId(samples.id()));

        assertEquals(
                Set.of(one, deleted, elsewhere),
                Set.copyOf(read(tx -> tx.notes().find(ids, ALL))));
        assertEquals(Set.of(elsewhere), Set.copyOf(read(tx -> tx.notes().find(ids, reachOf(CRYPTO)))));
        assertEquals(List.of(), read(tx -> tx.notes().find(Set.of(), ALL)));
    }

    @Test
    void aTakenIdIsRefusedAtTheCall() {
        Note note = given(samples.note(givenCustomer().id()));
        Note other = samples.note(note.customer()).id(note.id().value()).build();

        DuplicateKeyException refusal =
                refusedAtTheCall(DuplicateKeyException.class, tx -> tx.notes().insert(other, ""));

        assertEquals("id", refusal.key());
        assertEquals(Optional.of(note), read(tx -> tx.notes().find(note.id(), ALL)));
    }

    @Test
    void aStaleVersionIsRefusedAtTheCall() {
        Note note = given(samples.note(givenCustomer().id()));
        String id = note.id().toString();
        write(tx -> tx.notes().update(NoteSample.after(note).build(), ""));

        refusedAsStale(id, 1, 2, tx -> tx.notes().update(NoteSample.after(note).build(), ""));
        refusedAsStale(
                id,
                3,
                2,
                tx -> tx.notes().update(NoteSample.after(note).version(4).build(), ""));
        Note unknown = samples.note(note.customer()).version(2).build();
        refusedAsStale(unknown.id().toString(), 1, 0, tx -> tx.notes().update(unknown, ""));
    }

    @Test
    void eachCriterionMustHold() {
        Customer customer = givenCustomer();
        Note first =
                given(samples.note(customer.id()).subjects(ORDER, TRANSACTION).pinned());
        Note second = given(samples.note(customer.id()).subjects(ORDER));
        Note third =
                given(samples.note(givenCustomer().id()).subjects(TRANSACTION).pinned());
        Note deleted = given(samples.note(customer.id()).subjects(ORDER).deletedAt(NOON));
        Optional<CustomerId> of = Optional.of(customer.id());
        Optional<TimeRange> time = Optional.of(new TimeRange(first.createdAt(), second.createdAt()));

        assertEquals(List.of(first, second, third), listed(criteria(Optional.empty(), Optional.empty(), false)));
        assertEquals(List.of(first, second), listed(criteria(of, Optional.empty(), false)));
        assertEquals(List.of(first, third), listed(criteria(Optional.empty(), Optional.of(TRANSACTION), false)));
        assertEquals(
                List.of(first),
                listed(new NoteCriteria(ALL, Optional.empty(), Optional.empty(), List.of(), false, time)));
        assertEquals(List.of(first, second, deleted), listed(criteria(of, Optional.of(ORDER), true)));
        assertEquals(List.of(), listed(new NoteCriteria(ALL, of, Optional.of(ORDER), List.of("x"), true, time)));
    }

    @Test
    void pinnedNotesAboutACustomerComeFirst() {
        Customer customer = givenCustomer();
        Note pinned = given(samples.note(customer.id()).pinned());
        Note foreign = given(samples.note(customer.id()).pinned().team(FIAT));
        Note early = given(samples.note(customer.id()));
        Note late = given(samples.note(customer.id()));
        given(samples.note(customer.id()).pinned().deletedAt(NOON));
        given(samples.note(customer.id()).deletedAt(NOON));
        given(samples.note(givenCustomer().id()).pinned());

        assertEquals(List.of(foreign, pinned, late, early), pinnedFirst(customer, ALL, 9));
        assertEquals(List.of(foreign, pinned, late), pinnedFirst(customer, ALL, 3));
        assertEquals(List.of(foreign), pinnedFirst(customer, ALL, 1));
        assertEquals(List.of(pinned, late, early), pinnedFirst(customer, reachOf(pinned.team()), 9));
        assertEquals(List.of(), pinnedFirst(customer, Reach.none(), 9));
    }

    private List<Note> pinnedFirst(Customer customer, Reach reach, int limit) {
        return read(tx -> tx.notes().pinnedFirst(customer.id(), reach, limit));
    }

    @Test
    void aSubjectIsComparedAsItIs() {
        Note note = given(samples.note(givenCustomer().id()).subjects(TRANSACTION));

        assertEquals(List.of(note), listed(criteria(Optional.empty(), Optional.of(TRANSACTION), false)));
        for (SubjectRef other : List.of(SubjectRef.transaction("0xab"), SubjectRef.order("0xAB"))) {
            assertEquals(List.of(), listed(criteria(Optional.empty(), Optional.of(other), false)));
        }
    }

    @Test
    void everyTermMustOccurAsAPartOfTheSearchText() {
        Customer customer = givenCustomer();
        Note first = samples.note(customer.id()).build();
        Note second = samples.note(customer.id()).build();
        write(tx -> {
            tx.notes().insert(first, "واریز بانکی ۱۰۰% fee_1");
            tx.notes().insert(second, "واریز رمزارز 100 fees1");
        });

        assertEquals(List.of(first, second), searched("واریز"));
        assertEquals(List.of(first), searched("ریز", "بان"));
        assertEquals(List.of(first), searched("%"));
        assertEquals(List.of(first), searched("fee_1"));
        assertEquals(List.of(), searched("FEE"));
        assertEquals(List.of(), searched(first.text()));
    }

    @Test
    void anUpdateReplacesTheNoteAndItsSearchText() {
        Customer customer = givenCustomer();
        Note note = samples.note(customer.id()).subjects(ORDER).build();
        write(tx -> tx.notes().insert(note, "before"));
        Note changed =
                NoteSample.after(note).subjects(TRANSACTION).editedAt(NOON).build();

        write(tx -> tx.notes().update(changed, "after"));

        assertEquals(List.of(), searched("before"));
        assertEquals(List.of(changed), searched("after"));
        assertEquals(List.of(), listed(criteria(Optional.empty(), Optional.of(ORDER), false)));
        assertEquals(List.of(changed), listed(criteria(Optional.empty(), Optional.of(TRANSACTION), false)));
    }

    @Test
    void aNoteThatIsDeletedBetweenTwoPagesHidesNoOther() {
        Customer customer = givenCustomer();
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            notes.add(given(samples.note(customer.id()).createdAt(NOON)));
        }
        NoteCriteria all = NoteCriteria.within(ALL);
        List<Note> first = read(tx -> tx.notes().list(all, oldest(2)));

        write(tx ->
                tx.notes().update(NoteSample.after(notes.get(1)).deletedAt(NOON).build(), ""));

        Position last = new Position(NOON, first.get(1).id().value());
        Slice next = new Slice(SortOrder.OLDEST_FIRST, Optional.of(last), 2);
        assertEquals(notes.subList(0, 2), first);
        assertEquals(notes.subList(2, 4), read(tx -> tx.notes().list(all, next)));
    }

    @Test
    void theLatestLiveNoteOnEachObjectIsFound() {
        Customer customer = givenCustomer();
        Note edited = given(samples.note(customer.id()).subjects(ORDER).editedAt(NOON.plusSeconds(60)));
        Note latest = given(samples.note(customer.id()).subjects(ORDER, TRANSACTION));
        given(samples.note(customer.id()).subjects(ORDER, TRANSACTION).deletedAt(NOON));
        SubjectRef unknown = SubjectRef.ticket("none");
        SubjectRef onlyDeleted = SubjectRef.note("gone");
        given(samples.note(customer.id()).subjects(onlyDeleted).deletedAt(NOON));

        Map<SubjectRef, Note> found =
                read(tx -> tx.notes().latest(Set.of(ORDER, TRANSACTION, unknown, onlyDeleted), ALL));

        assertEquals(Map.of(ORDER, latest, TRANSACTION, latest), found);
        assertEquals(Map.of(), read(tx -> tx.notes().latest(Set.of(), ALL)));
        write(tx -> tx.notes().update(NoteSample.after(latest).deletedAt(NOON).build(), ""));
        assertEquals(Map.of(ORDER, edited), read(tx -> tx.notes().latest(Set.of(ORDER, TRANSACTION), ALL)));
    }

    @Test
    void theLatestOnFiveHundredObjectsAreFoundInOneCall() {
        Customer customer = givenCustomer();
        Set<SubjectRef> asked = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            asked.add(SubjectRef.order("سفارش-" + i));
        }
        Note early = given(samples.note(customer.id()).subjects(asked.toArray(new SubjectRef[0])));
        SubjectRef again = SubjectRef.order("سفارش-499");
        Note late = given(samples.note(customer.id()).subjects(again));

        Map<SubjectRef, Note> found = read(tx -> tx.notes().latest(asked, ALL));

        assertEquals(asked, found.keySet());
        assertEquals(late, found.get(again));
        assertEquals(early, found.get(SubjectRef.order("سفارش-0")));
    }

    @Test
    void ofTwoNotesOfTheSameInstantTheOneWithTheGreaterIdIsTheLatest() {
        Customer customer = givenCustomer();
        UUID high = UUID.fromString("f0000000-0000-7000-8000-000000000000");
        UUID low = UUID.fromString("10000000-0000-7000-8000-000000000000");
        Note last = given(samples.note(customer.id()).id(high).createdAt(NOON).subjects(ORDER));
        given(samples.note(customer.id()).id(low).createdAt(NOON).subjects(ORDER));

        assertEquals(Map.of(ORDER, last), read(tx -> tx.notes().latest(Set.of(ORDER), ALL)));
    }

    @Test
    void theLatestWithinReachIsFoundAlthoughALaterOneIsOutOfReach() {
        Customer customer = givenCustomer();
        Note own = given(samples.note(customer.id()).subjects(ORDER).team(FIAT));
        given(samples.note(customer.id()).subjects(ORDER).team(CRYPTO));

        assertEquals(Map.of(ORDER, own), read(tx -> tx.notes().latest(Set.of(ORDER), reachOf(FIAT))));
    }

    @Test
    void figuresCountLiveNotesOnly() {
        Customer customer = givenCustomer();
        Note first = given(samples.note(customer.id()));
        Note second = given(samples.note(customer.id()));
        Note third = given(samples.note(givenCustomer().id()));
        given(samples.note(givenCustomer().id()).deletedAt(NOON));

        TimeRange untilThird = new TimeRange(second.createdAt(), third.createdAt());
        TimeRange before = new TimeRange(NOON.minus(Duration.ofDays(9)), first.createdAt());
        assertEquals(new NoteFigures(3, 2, 1), read(tx -> tx.notes().figures(untilThird, ALL)));
        assertEquals(new NoteFigures(3, 2, 0), read(tx -> tx.notes().figures(before, ALL)));
        assertEquals(new NoteFigures(0, 0, 0), read(tx -> tx.notes().figures(untilThird, Reach.none())));
    }

    @Test
    void formerTextsAreReadLatestVersionFirst() {
        Note note = given(samples.note(givenCustomer().id()));
        Note other = given(samples.note(note.customer()));
        NoteRevision first = new NoteRevision(note.id(), 1, "<p>یک</p>", NOON.plusSeconds(9));
        NoteRevision second = new NoteRevision(note.id(), 2, "<p>இரண்டு</p>", NOON);
        NoteRevision tenth = new NoteRevision(note.id(), 10, "<p>ten</p>", NOON);
        write(tx -> List.of(second, tenth, first, new NoteRevision(other.id(), 1, "", NOON))
                .forEach(revision -> tx.notes().addRevision(revision)));

        assertEquals(List.of(tenth, second, first), read(tx -> tx.notes().revisions(note.id())));
        assertEquals(List.of(), read(tx -> tx.notes().revisions(new NoteId(samples.id()))));
    }

    @Test
    void aVersionThatIsKeptAlreadyIsRefusedAtTheCall() {
        Note note = given(samples.note(givenCustomer().id()));
        NoteRevision revision = new NoteRevision(note.id(), 1, "<p>یک</p>", NOON);
        write(tx -> tx.notes().addRevision(revision));

        refusedAtTheCall(
                DuplicateKeyException.class,
                tx -> tx.notes().addRevision(new NoteRevision(note.id(), 1, "other", NOON)));

        assertEquals(List.of(revision), read(tx -> tx.notes().revisions(note.id())));
    }

    private static NoteCriteria criteria(Optional<CustomerId> customer, Optional<SubjectRef> subject, boolean deleted) {
        return new NoteCriteria(ALL, customer, subject, List.of(), deleted, Optional.empty());
    }

    private List<Note> searched(String... terms) {
        return listed(
                new NoteCriteria(ALL, Optional.empty(), Optional.empty(), List.of(terms), false, Optional.empty()));
    }

    private List<Note> listed(NoteCriteria criteria) {
        return read(tx -> tx.notes().list(criteria, oldest(100)));
    }
}
