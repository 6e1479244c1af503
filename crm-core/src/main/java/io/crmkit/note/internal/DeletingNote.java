package io.crmkit.note.internal;

import io.crmkit.internal.access.Repeatable;
import io.crmkit.internal.access.Writing;
import io.crmkit.internal.reference.ReferenceIndex;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.NoteId;
import java.util.UUID;

/** Deletes a note once. */
record DeletingNote(DeleteNote command, ReferenceIndex index) implements Repeatable<NoteId> {
    @Override
    public NoteId perform(Writing writing) {
        new ChangingNote(writing, index).delete(command);
        return command.note();
    }

    @Override
    public NoteId reload(Writing writing, UUID id) {
        return new NoteId(id);
    }

    @Override
    public UUID idOf(NoteId result) {
        return result.value();
    }
}
