package io.crmkit.note.internal;

import io.crmkit.internal.access.Repeatable;
import io.crmkit.internal.access.Writing;
import io.crmkit.internal.reference.ReferenceIndex;
import io.crmkit.note.EditNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import java.util.UUID;

/** Edits a note, or finds it again as it is now. */
record EditingNote(EditNote command, NoteText text, ReferenceIndex index) implements Repeatable<Note> {
    @Override
    public Note perform(Writing writing) {
        return new ChangingNote(writing, index).edit(command, text);
    }

    @Override
    public Note reload(Writing writing, UUID id) {
        return ChangingNote.liveNote(writing, new NoteId(id));
    }

    @Override
    public UUID idOf(Note result) {
        return result.id().value();
    }
}
