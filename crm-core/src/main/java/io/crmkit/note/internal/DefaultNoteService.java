package io.crmkit.note.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.LimitExceededException;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.Once;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Survivors;
import io.crmkit.internal.page.Pages;
import io.crmkit.internal.reference.ReferenceIndex;
import io.crmkit.internal.reference.Wanted;
import io.crmkit.internal.search.Deadline;
import io.crmkit.internal.text.Folding;
import io.crmkit.internal.text.Graphemes;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.FoundNotes;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.note.NoteQuery;
import io.crmkit.note.NoteRevision;
import io.crmkit.note.NoteService;
import io.crmkit.note.NoteSummary;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchBudget;
import io.crmkit.spi.storage.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The notes, behind one actor's gate. */
public final class DefaultNoteService implements NoteService {
    private static final int MAX_QUERY = 200;
    private static final int SUMMARY = 140;
    private static final Duration TIME_TO_SEARCH = Duration.ofSeconds(2);

    private final Gate gate;
    private final ReferenceIndex index;

    /** The notes as that gate's actor may use them. */
    public DefaultNoteService(Gate gate, ReferenceIndex index) {
        this.gate = gate;
        this.index = index;
    }

    @Override
    public Note add(AddNote command) {
        Gate.Entry entry = gate.enter(Permission.NOTE_ADD);
        NoteText text = NoteText.of(command.html());
        Once once = new Once("note.add", command.onceKey(), command);
        Form form = () ->
                Checks.that("").all(command.violations()).all(text.violations()).found();
        return entry.with(form).write(once, new AddingNote(command, text, index));
    }

    @Override
    public Note edit(EditNote command) {
        Gate.Entry entry = gate.enter(Permission.NOTE_EDIT);
        NoteText text = NoteText.of(command.html());
        Once once = new Once("note.edit", command.onceKey(), command);
        return entry.with(command).write(once, new EditingNote(command, text, index));
    }

    @Override
    public void delete(DeleteNote command) {
        Once once = new Once("note.delete", command.onceKey(), command);
        gate.enter(Permission.NOTE_DELETE).with(command).write(once, new DeletingNote(command, index));
    }

    @Override
    public Note get(NoteId id) {
        return gate.read(Permission.NOTE_READ, reading -> ChangingNote.liveNote(reading, id));
    }

    @Override
    public Page<Note> list(NoteQuery query, PageRequest page) {
        Gate.Entry entry = gate.enter(Permission.NOTE_READ, page.size());
        if (query.deleted()) {
            entry.with(Permission.NOTE_READ_DELETED);
        }
        Checks.that("").text("text", query.text(), 0, MAX_QUERY).done();
        Slice slice = Pages.slice(page, query.order());
        return entry.read(reading -> Pages.page(
                Survivors.listed(
                        reading,
                        query.customer(),
                        customer -> reading.tx().notes().list(criteria(query, customer, reading), slice)),
                page,
                note -> new Position(note.createdAt(), note.id().value())));
    }

    @Override
    public FoundNotes search(String text, PageRequest page) {
        Gate.Entry entry = gate.enter(Permission.NOTE_READ, page.size());
        Wanted.check("text", text, MAX_QUERY);
        Wanted wanted = Wanted.of(text, index.references());
        SearchBudget budget = Deadline.in(TIME_TO_SEARCH, gate.clock());
        Instant now = gate.clock().instant().truncatedTo(ChronoUnit.MICROS);
        return entry.read(reading -> new SearchingNotes(reading, wanted, now, budget).page(page));
    }

    private static NoteCriteria criteria(NoteQuery query, Optional<CustomerId> customer, Reading reading) {
        Reach reach = query.deleted()
                ? reading.reachOfBoth(Permission.NOTE_READ, Permission.NOTE_READ_DELETED)
                : reading.reach(Permission.NOTE_READ);
        return new NoteCriteria(
                reach, customer, query.subject(), Folding.searchTerms(query.text()), query.deleted(), Optional.empty());
    }

    @Override
    public List<NoteRevision> revisions(NoteId id) {
        return gate.read(
                Permission.NOTE_READ,
                reading -> reading.tx()
                        .notes()
                        .revisions(ChangingNote.liveNote(reading, id).id()));
    }

    @Override
    public Map<SubjectRef, NoteSummary> lastNotes(Collection<SubjectRef> subjects) {
        Gate.Entry entry = gate.enter(Permission.NOTE_READ, subjects.size());
        Set<SubjectRef> distinct = Set.copyOf(subjects);
        if (distinct.size() > MAX_SUBJECTS) {
            throw new LimitExceededException("subjects per lastNotes call", MAX_SUBJECTS, distinct.size());
        }
        if (distinct.isEmpty()) {
            return Map.of();
        }
        Map<SubjectRef, Note> latest =
                entry.read(reading -> reading.tx().notes().latest(distinct, reading.reach(Permission.NOTE_READ)));
        Map<SubjectRef, NoteSummary> summaries = new LinkedHashMap<>();
        latest.forEach((subject, note) -> summaries.put(subject, summary(note)));
        return Collections.unmodifiableMap(summaries);
    }

    private static NoteSummary summary(Note note) {
        return new NoteSummary(note.id(), note.author(), note.createdAt(), Graphemes.cut(note.text(), SUMMARY));
    }
}
