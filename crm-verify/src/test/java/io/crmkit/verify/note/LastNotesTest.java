package io.crmkit.verify.note;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.error.LimitExceededException;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteSummary;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.CountingStorage;
import io.crmkit.verify.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastNotesTest {
    private final CountingStorage storage = new CountingStorage(MemoryStorage.create());
    private final Desk desk = new Desk(storage);
    private final Customer ali = desk.ali();

    @Test
    void theLatestLiveNoteOnEachObjectIsReturned() {
        add("first", "981");
        Note second = add("second", "981");
        Note gone = add("gone", "981");
        Note other = add("other", "982");
        desk.sara().notes().delete(DeleteNote.own(gone.id()));

        Map<SubjectRef, NoteSummary> last = desk.sara().notes().lastNotes(orders(980, 983));

        assertThat(last)
                .containsOnly(
                        entry(SubjectRef.order("981"), summary(second, "second")),
                        entry(SubjectRef.order("982"), summary(other, "other")));
    }

    @Test
    void fiveHundredObjectsTakeOneStorageCall() {
        add("x", "17");
        storage.reset();

        assertThat(desk.sara().notes().lastNotes(orders(0, 500))).hasSize(1);

        assertThat(storage.calls()).containsOnly(entry("NoteStore.latest", 1));
        assertThat(storage.transactions()).isEqualTo(1);
    }

    @Test
    void moreThanFiveHundredObjectsAreRefused() {
        LimitExceededException refusal =
                refusal(LimitExceededException.class, () -> desk.sara().notes().lastNotes(orders(0, 501)));

        assertThat(refusal.allowed()).isEqualTo(500);
        assertThat(refusal.used()).isEqualTo(501);
    }

    @Test
    void anObjectNamedTwiceCountsOnce() {
        List<SubjectRef> twice = new ArrayList<>(orders(0, 500));
        twice.addAll(orders(0, 500));

        assertThat(desk.sara().notes().lastNotes(twice)).isEmpty();
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        add("<p>" + "👨‍👩‍👧".repeat(150) + "</p>", "1");

        NoteSummary last = desk.sara().notes().lastNotes(orders(1, 2)).get(SubjectRef.order("1"));

        assertThat(last.text()).isEqualTo("👨‍👩‍👧".repeat(139) + "…");
    }

    @Test
    void notesOutOfReachAreLeftOut() {
        add("x", "1");
        CrmSession tech = desk.as(Actor.agent("tara", Role.TECH_AGENT).in(Desk.VIP));

        assertThat(tech.notes().lastNotes(orders(1, 2))).isEmpty();
    }

    private Note add(String html, String order) {
        return desk.sara().notes().add(AddNote.about(ali.id(), html).on(SubjectRef.order(order)));
    }

    private static NoteSummary summary(Note note, String text) {
        return new NoteSummary(note.id(), note.author(), note.createdAt(), text);
    }

    private static List<SubjectRef> orders(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> SubjectRef.order(String.valueOf(i)))
                .toList();
    }
}
