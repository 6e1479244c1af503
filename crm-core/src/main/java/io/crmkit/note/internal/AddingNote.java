package io.crmkit.note.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.audit.AuditAction;
import io.crmkit.customer.Customer;
import io.crmkit.error.NotFoundException;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Repeatable;
import io.crmkit.internal.access.Survivors;
import io.crmkit.internal.access.Writing;
import io.crmkit.internal.reference.ReferenceIndex;
import io.crmkit.note.AddNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adds a note, or finds the one that the same command added before. */
final class AddingNote implements Repeatable<Note> {
    private final AddNote command;
    private final NoteText text;
    private final ReferenceIndex index;

    AddingNote(AddNote command, NoteText text, ReferenceIndex index) {
        this.command = command;
        this.text = text;
        this.index = index;
    }

    @Override
    public Note perform(Writing writing) {
        CustomerId customer = Survivors.hold(writing, command.customer(), writing.reach(Permission.NOTE_ADD))
                .map(Customer::id)
                .orElseThrow(() ->
                        new NotFoundException("customer", command.customer().toString()));
        Note note = note(writing, customer, text.checked());
        writing.tx().notes().insert(note, text.searchText());
        index.add(writing.tx(), note);
        writing.audit(AuditAction.NOTE_ADDED, SubjectRef.note(note.id().toString()), Optional.of(customer), List.of());
        return note;
    }

    @Override
    public Note reload(Writing writing, UUID id) {
        return writing.tx()
                .notes()
                .find(new NoteId(id), writing.reach(Permission.NOTE_ADD))
                .filter(note -> note.deletion().isEmpty())
                .orElseThrow(() -> new NotFoundException("note", new NoteId(id).toString()));
    }

    @Override
    public UUID idOf(Note note) {
        return note.id().value();
    }

    private Note note(Writing writing, CustomerId customer, NoteText checked) {
        return new Note(
                new NoteId(writing.newId()),
                1,
                customer,
                command.subjects().stream().distinct().toList(),
                checked.html(),
                checked.plain(),
                command.kind(),
                command.pinned(),
                writing.actor().ref(),
                writing.actor().homeTeam(),
                writing.now(),
                Optional.empty(),
                Optional.empty());
    }
}
