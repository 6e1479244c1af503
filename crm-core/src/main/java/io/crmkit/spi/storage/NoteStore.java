package io.crmkit.spi.storage;

import io.crmkit.actor.CustomerId;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.note.NoteRevision;
import io.crmkit.time.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Notes: ordered by {@code createdAt} and id; in reach by team and author. */
public interface NoteStore {
    /**
     * Adds a note with its folded search text.
     *
     * @throws DuplicateKeyException if the id is taken
     */
    void insert(Note note, String searchText);

    /**
     * Replaces a note.
     *
     * @throws StaleVersionException if the stored version is not {@code note.version() - 1}
     */
    void update(Note note, String searchText);

    /** Finds a note, a deleted one too. */
    Optional<Note> find(NoteId id, Reach reach);

    /** Finds notes, deleted ones too, in any order. One call for all. */
    List<Note> find(Set<NoteId> ids, Reach reach);

    /** Lists notes. */
    List<Note> list(NoteCriteria criteria, Slice slice);

    /** Returns at most this many live notes about a customer: pinned ones first, and each kind latest first. */
    List<Note> pinnedFirst(CustomerId customer, Reach reach, int limit);

    /** Returns the latest live note on each object; objects without one are left out. One call for all. */
    Map<SubjectRef, Note> latest(Set<SubjectRef> subjects, Reach reach);

    /** Counts live notes. */
    NoteFigures figures(TimeRange written, Reach reach);

    /**
     * Keeps a former text.
     *
     * @throws DuplicateKeyException if that version of the note is kept already
     */
    void addRevision(NoteRevision revision);

    /** Returns the former texts of a note, latest version first. */
    List<NoteRevision> revisions(NoteId note);
}
