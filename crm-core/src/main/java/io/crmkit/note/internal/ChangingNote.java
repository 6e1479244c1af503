package io.crmkit.note.internal;

import io.crmkit.actor.Permission;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.FieldDelta;
import io.crmkit.error.ConflictException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Writing;
import io.crmkit.internal.reference.ReferenceIndex;
import io.crmkit.internal.text.Folding;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.note.NoteRevision;
import java.util.List;
import java.util.Optional;

/** Edits and deletes: which notes an actor may change, and how a changed note looks. */
final class ChangingNote {
    private final Writing writing;
    private final ReferenceIndex index;

    ChangingNote(Writing writing, ReferenceIndex index) {
        this.writing = writing;
        this.index = index;
    }

    Note edit(EditNote command, NoteText text) {
        Note seen = liveNote(writing, command.note());
        if (!isAuthor(seen)) {
            throw denied(Permission.NOTE_EDIT + ": only the author edits a note");
        }
        if (seen.version() != command.expectedVersion()) {
            throw new ConflictException("note " + seen.id(), command.expectedVersion(), seen.version());
        }
        NoteText checked = text.checked();
        Note edited = withText(seen, checked);
        writing.tx().notes().update(edited, checked.searchText());
        index.replace(writing.tx(), edited);
        writing.tx().notes().addRevision(new NoteRevision(seen.id(), seen.version(), seen.html(), writing.now()));
        audit(AuditAction.NOTE_EDITED, edited, List.of());
        return edited;
    }

    void delete(DeleteNote command) {
        Note seen = liveNote(writing, command.note());
        if (!isAuthor(seen)) {
            requireRightOverOthers(seen, command.reason());
        }
        Note deleted = withDeletion(
                seen,
                new Note.Deletion(
                        writing.now(), writing.actor().ref(), command.reason().strip()));
        writing.tx().notes().update(deleted, Folding.searchText(seen.text()));
        index.replace(writing.tx(), deleted);
        audit(AuditAction.NOTE_DELETED, deleted, List.of());
    }

    /** The live note within reach of reading; a deleted one is not found, whoever asks. */
    static Note liveNote(Reading reading, NoteId id) {
        return reading.tx()
                .notes()
                .find(id, reading.reach(Permission.NOTE_READ))
                .filter(note -> note.deletion().isEmpty())
                .orElseThrow(() -> new NotFoundException("note", id.toString()));
    }

    private boolean isAuthor(Note note) {
        return note.author().equals(writing.actor().ref());
    }

    private void requireRightOverOthers(Note note, String reason) {
        if (reason.isBlank()) {
            throw denied(Permission.NOTE_DELETE + ": somebody else's note is deleted for a reason only");
        }
        if (!writing.reach(Permission.NOTE_DELETE).covers(note.team(), Optional.empty(), Optional.empty())) {
            throw denied(Permission.NOTE_DELETE + ": notes of team " + note.team());
        }
    }

    private PermissionDeniedException denied(String missing) {
        return new PermissionDeniedException(writing.actor().id().value(), missing);
    }

    private void audit(AuditAction action, Note note, List<FieldDelta> changes) {
        writing.audit(action, SubjectRef.note(note.id().toString()), Optional.of(note.customer()), changes);
    }

    private Note withText(Note note, NoteText text) {
        return new Note(
                note.id(),
                note.version() + 1,
                note.customer(),
                note.subjects(),
                text.html(),
                text.plain(),
                note.kind(),
                note.pinned(),
                note.author(),
                note.team(),
                note.createdAt(),
                Optional.of(writing.now()),
                note.deletion());
    }

    private static Note withDeletion(Note note, Note.Deletion deletion) {
        return new Note(
                note.id(),
                note.version() + 1,
                note.customer(),
                note.subjects(),
                note.html(),
                note.text(),
                note.kind(),
                note.pinned(),
                note.author(),
                note.team(),
                note.createdAt(),
                note.editedAt(),
                Optional.of(deletion));
    }
}
