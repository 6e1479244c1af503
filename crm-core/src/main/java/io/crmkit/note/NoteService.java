package io.crmkit.note;

import io.crmkit.error.ConflictException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.LimitExceededException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.id.SubjectRef;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Notes, as one actor may see and change them. Customers never see any. Thread-safe.
 *
 * <p>Every method throws {@link PermissionDeniedException} before it looks at anything if the actor's roles lack the
 * permission named with it. Notes outside of the actor's reach, and deleted ones, are not found.
 */
public interface NoteService {
    /** The most subjects of one {@link #lastNotes} call. */
    int MAX_SUBJECTS = 500;

    /**
     * Adds a note; its HTML is cleaned to a harmless subset. Needs {@code NOTE_ADD}.
     *
     * @throws NotFoundException if there is no such customer within reach
     * @throws InvalidRequestException if the text is empty after cleaning, has more than 20,000 characters then, or more
     *     than 65,536 before
     */
    Note add(AddNote command);

    /**
     * Replaces the text of the actor's own note; the former text is kept. Needs {@code NOTE_EDIT}.
     *
     * @throws NotFoundException if there is none within reach, or it was deleted
     * @throws PermissionDeniedException if the actor is not the author, whatever the role
     * @throws ConflictException if the stored version is not the expected one
     * @throws InvalidRequestException as in {@link #add}
     */
    Note edit(EditNote command);

    /**
     * Hides a note for good and keeps it for the audit. Needs {@code NOTE_DELETE}.
     *
     * @throws NotFoundException if there is none within reach, or it was deleted before
     * @throws PermissionDeniedException if the actor is not the author and gives no reason, or lacks the reach
     */
    void delete(DeleteNote command);

    /**
     * Returns a live note. Needs {@code NOTE_READ}.
     *
     * @throws NotFoundException if there is none within reach
     */
    Note get(NoteId id);

    /**
     * Lists or searches notes. Needs {@code NOTE_READ}, and {@code NOTE_READ_DELETED} for a query with deleted ones.
     */
    Page<Note> list(NoteQuery query, PageRequest page);

    /**
     * Searches live notes by what they name, as {@link io.crmkit.search.SearchService} tells: first those that name
     * exactly this, or are about an object with this id, then those that name what begins so, then those that name what
     * ends so. Only if there is none of these, those in which all its words stand, as parts. Each latest first. Words are
     * looked for from note to note, from the latest back, for about two seconds, and longer where many more notes are of one
     * month than of later ones; then the answer is partial, and the next page goes on from there. Needs {@code NOTE_READ}.
     *
     * @param text at most 200 characters, of which two at least are letters or digits
     * @throws InvalidRequestException if it has fewer or more, or the cursor is none of this method
     */
    FoundNotes search(String text, PageRequest page);

    /** Returns the former texts of a note, latest first. Needs {@code NOTE_READ}. */
    List<NoteRevision> revisions(NoteId id);

    /**
     * Returns the latest live note on each object, for a whole list of orders at once: one storage call. Objects without
     * a note are left out. Needs {@code NOTE_READ}.
     *
     * @throws LimitExceededException for more than {@value #MAX_SUBJECTS} objects
     */
    Map<SubjectRef, NoteSummary> lastNotes(Collection<SubjectRef> subjects);
}
