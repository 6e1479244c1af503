package io.crmkit.note.internal;

import io.crmkit.actor.Permission;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.reference.FindingTexts;
import io.crmkit.internal.reference.FindingTexts.Found;
import io.crmkit.internal.reference.FindingTexts.FoundTexts;
import io.crmkit.internal.reference.FindingTexts.Walked;
import io.crmkit.internal.reference.ReferenceIndex;
import io.crmkit.internal.reference.Wanted;
import io.crmkit.note.FoundNotes;
import io.crmkit.note.Note;
import io.crmkit.note.NoteHit;
import io.crmkit.note.NoteId;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchBudget;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Searches for live notes by what they name, and by their words. */
final class SearchingNotes {
    private static final Duration FIRST_STRETCH = Duration.ofDays(30);
    private static final int GROWTH = 4;
    /** A note may be later than now, by the clock of another node. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private static final UUID FIRST_ID = new UUID(0, 0);

    private final Reading reading;
    private final Wanted wanted;
    private final Instant now;
    private final SearchBudget budget;
    private final Reach reach;
    private final Map<NoteId, Note> notes = new HashMap<>();

    SearchingNotes(Reading reading, Wanted wanted, Instant now, SearchBudget budget) {
        this.reading = reading;
        this.wanted = wanted;
        this.now = now;
        this.budget = budget;
        this.reach = reading.reach(Permission.NOTE_READ);
    }

    FoundNotes page(PageRequest request) {
        FindingTexts search = new FindingTexts(reading.tx(), wanted, Map.of(TextKind.NOTE, reach));
        FoundTexts page = search.page(request, this::byWords);
        load(page.items());
        List<NoteHit> hits =
                page.items().stream().flatMap(found -> hit(found).stream()).toList();
        return new FoundNotes(hits, page.next(), page.partial());
    }

    /**
     * From the latest note back, in longer and longer stretches of time. The next one is left to the next page if it would
     * take longer than there is time, as the one before lets expect.
     */
    private Walked byWords(Slice slice) {
        List<Note> found = new ArrayList<>();
        Instant from = slice.after().map(Position::at).orElse(now);
        Instant to = END_OF_TIME;
        Duration stretch = FIRST_STRETCH;
        Duration left;
        do {
            left = budget.left();
            from = from.minus(stretch).isAfter(Instant.EPOCH) ? from.minus(stretch) : Instant.EPOCH;
            Slice rest = new Slice(slice.order(), slice.after(), slice.limit() - found.size());
            found.addAll(reading.tx().notes().list(written(new TimeRange(from, to)), rest));
            to = from;
            stretch = stretch.multipliedBy(GROWTH);
        } while (found.size() < slice.limit() && from.isAfter(Instant.EPOCH) && mayGoOn(left));
        boolean all = found.size() >= slice.limit() || !from.isAfter(Instant.EPOCH);
        return walked(found, all ? Optional.empty() : Optional.of(new Position(from, FIRST_ID)));
    }

    private boolean mayGoOn(Duration leftBefore) {
        Duration next = leftBefore.minus(budget.left()).multipliedBy(GROWTH);
        return !budget.isSpent() && budget.left().compareTo(next) >= 0;
    }

    private Walked walked(List<Note> found, Optional<Position> stopped) {
        found.forEach(note -> notes.put(note.id(), note));
        return new Walked(found.stream().map(ReferenceIndex::place).toList(), stopped);
    }

    private NoteCriteria written(TimeRange time) {
        return new NoteCriteria(reach, Optional.empty(), Optional.empty(), wanted.words(), false, Optional.of(time));
    }

    private void load(List<Found> found) {
        Set<NoteId> missing = new HashSet<>();
        found.forEach(each -> missing.add(id(each)));
        missing.removeAll(notes.keySet());
        if (!missing.isEmpty()) {
            reading.tx().notes().find(missing, reach).forEach(note -> notes.put(note.id(), note));
        }
    }

    /** Empty if the note does not name it by today's rules. */
    private Optional<NoteHit> hit(Found found) {
        return Optional.ofNullable(notes.get(id(found)))
                .flatMap(note -> wanted.in(
                                note.text(),
                                note.subjects().stream().map(SubjectRef::id).toList(),
                                found.by())
                        .map(match -> new NoteHit(note, match)));
    }

    private static NoteId id(Found found) {
        return new NoteId(found.place().record());
    }
}
