package io.crmkit.note.internal;

import io.crmkit.actor.Permission;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.reference.FindingTexts;
import io.crmkit.internal.reference.FindingTexts.Found;
import io.crmkit.internal.reference.ReferenceIndex;
import io.crmkit.internal.reference.Wanted;
import io.crmkit.note.Note;
import io.crmkit.note.NoteHit;
import io.crmkit.note.NoteId;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Searches for live notes by what they name, and by their words. */
final class SearchingNotes {
    private final Reading reading;
    private final Wanted wanted;
    private final Reach reach;
    private final Map<NoteId, Note> notes = new HashMap<>();

    SearchingNotes(Reading reading, Wanted wanted) {
        this.reading = reading;
        this.wanted = wanted;
        this.reach = reading.reach(Permission.NOTE_READ);
    }

    Page<NoteHit> page(PageRequest request) {
        FindingTexts search = new FindingTexts(reading.tx(), wanted, Map.of(TextKind.NOTE, reach));
        Page<Found> page = search.page(request, this::byWords);
        load(page.items());
        List<NoteHit> hits =
                page.items().stream().flatMap(found -> hit(found).stream()).toList();
        return new Page<>(hits, page.next());
    }

    private List<TextPlace> byWords(Slice slice) {
        NoteCriteria criteria =
                new NoteCriteria(reach, Optional.empty(), Optional.empty(), wanted.words(), false, Optional.empty());
        List<Note> found = reading.tx().notes().list(criteria, slice);
        found.forEach(note -> notes.put(note.id(), note));
        return found.stream().map(ReferenceIndex::place).toList();
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
