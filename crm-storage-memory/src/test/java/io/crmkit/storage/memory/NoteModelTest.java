package io.crmkit.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.id.SubjectRef;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.NoteFigures;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.testkit.NoteSample;
import io.crmkit.testkit.SampleRecords;
import io.crmkit.time.TimeRange;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random operations on notes, compared with a map that is searched from end to end. */
class NoteModelTest {
    private static final List<SubjectRef> SUBJECTS =
            List.of(SubjectRef.order("سفارش ۹۸۱"), SubjectRef.order("981"), SubjectRef.transaction("ஆர்டர்"));
    private static final List<String> TEXTS = List.of("برداشت تتر", "பணம் வரவில்லை", "txid checked");

    private final MemoryStorage storage = MemoryStorage.create();
    private Map<NoteId, Note> committed = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void findsWhatAWalkThroughAllNotesFinds(long seed) {
        Naive naive = new Naive(seed);
        for (int i = 0; i < 700; i++) {
            Map<NoteId, Note> own = new HashMap<>(committed);
            storage.inTransaction(tx -> {
                write(tx, naive, own);
                write(tx, naive, own);
                return compare(tx, naive, own);
            });
            committed = own;
        }
        assertThat(committed).hasSizeGreaterThan(100);
    }

    private static void write(CrmTransaction tx, Naive naive, Map<NoteId, Note> own) {
        boolean fresh = own.isEmpty() || naive.oneIn(3);
        NoteSample sample = fresh
                ? naive.samples
                        .note(naive.any(naive.customers))
                        .createdAt(naive.time())
                        .author(naive.any(Naive.AGENTS))
                        .subjects(naive.any(SUBJECTS), naive.any(SUBJECTS))
                : NoteSample.after(naive.any(List.copyOf(own.values())));
        sample.text(naive.any(TEXTS)).team(naive.any(Naive.TEAMS));
        if (naive.oneIn(5)) {
            sample.pinned();
        }
        if (naive.oneIn(5)) {
            sample.deletedAt(naive.time());
        }
        Note note = sample.build();
        if (fresh) {
            tx.notes().insert(note, note.text());
        } else {
            tx.notes().update(note, note.text());
        }
        own.put(note.id(), note);
    }

    private static boolean compare(CrmTransaction tx, Naive naive, Map<NoteId, Note> all) {
        NoteCriteria criteria = new NoteCriteria(
                naive.reach(),
                naive.maybe(naive.customers),
                naive.maybe(SUBJECTS),
                naive.maybe(List.of("تتر", "ரவில்", "tx")).stream().toList(),
                naive.oneIn(3),
                naive.period());
        Slice slice = naive.slice();
        assertThat(tx.notes().list(criteria, slice))
                .isEqualTo(Naive.list(all.values(), n -> isWanted(n, criteria), NoteModelTest::place, slice));
        assertThat(tx.notes().latest(Set.copyOf(SUBJECTS), criteria.reach()))
                .isEqualTo(latest(all.values(), criteria.reach()));
        List<Note> live = live(all.values(), criteria.reach());
        TimeRange written = naive.period().orElse(new TimeRange(SampleRecords.START, SampleRecords.START));
        assertThat(tx.notes().figures(written, criteria.reach()))
                .isEqualTo(new NoteFigures(
                        live.size(),
                        live.stream().map(Note::customer).distinct().count(),
                        live.stream()
                                .filter(n -> written.contains(n.createdAt()))
                                .count()));
        return true;
    }

    private static Map<SubjectRef, Note> latest(Collection<Note> all, Reach reach) {
        Map<SubjectRef, Note> result = new HashMap<>();
        Slice last = Slice.first(SortOrder.NEWEST_FIRST, 1);
        for (SubjectRef subject : SUBJECTS) {
            Naive.list(live(all, reach), n -> n.subjects().contains(subject), NoteModelTest::place, last)
                    .forEach(note -> result.put(subject, note));
        }
        return result;
    }

    private static List<Note> live(Collection<Note> all, Reach reach) {
        return all.stream()
                .filter(n -> n.deletion().isEmpty() && isIn(reach, n))
                .toList();
    }

    private static boolean isWanted(Note note, NoteCriteria c) {
        return isIn(c.reach(), note)
                && Naive.fits(c.customer(), note.customer())
                && (c.subject().isEmpty()
                        || note.subjects().contains(c.subject().get()))
                && c.terms().stream().allMatch(note.text()::contains)
                && (c.deleted() || note.deletion().isEmpty())
                && (c.written().isEmpty() || c.written().get().contains(note.createdAt()));
    }

    private static boolean isIn(Reach reach, Note note) {
        return reach.covers(note.team(), Optional.of(note.author().id()), Optional.empty());
    }

    private static Position place(Note note) {
        return new Position(note.createdAt(), note.id().value());
    }
}
