package io.crmkit.internal.reference;

import io.crmkit.id.SubjectRef;
import io.crmkit.note.Note;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.Ticket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Lists texts under what they name, in the transaction that stores them: what was rolled back is not listed, and what is
 * listed is there. Thread-safe.
 */
public final class ReferenceIndex {
    private final References references;

    /** Of what these find. */
    public ReferenceIndex(References references) {
        this.references = references;
    }

    /** What finds the references. */
    public References references() {
        return references;
    }

    /** Lists a new note. */
    public void add(CrmTransaction tx, Note note) {
        add(tx, place(note), namesOf(note));
    }

    /** Lists a changed note by what it names now: nothing if it was deleted. */
    public void replace(CrmTransaction tx, Note note) {
        tx.references().remove(note.id().value());
        if (note.deletion().isEmpty()) {
            add(tx, note);
        }
    }

    /** Lists a new ticket by its subject. */
    public void add(CrmTransaction tx, Ticket ticket) {
        add(tx, place(ticket), namesOf(ticket));
    }

    /** Lists a new message. */
    public void add(CrmTransaction tx, Message message) {
        add(tx, place(message), namesOf(message));
    }

    private static void add(CrmTransaction tx, TextPlace place, Set<String> names) {
        if (!names.isEmpty()) {
            tx.references().add(place, names);
        }
    }

    /** All names by which a note is found. */
    public Set<String> namesOf(Note note) {
        return with(note.subjects(), namesIn(note.text()));
    }

    /** All names by which the subject of a ticket is found. */
    public Set<String> namesOf(Ticket ticket) {
        return with(ticket.subjects(), namesIn(ticket.subject()));
    }

    /** All names by which a message is found. */
    public Set<String> namesOf(Message message) {
        return namesIn(message.text());
    }

    private Set<String> with(List<SubjectRef> subjects, Set<String> names) {
        subjects.forEach(subject -> names.addAll(namesOf(subject.id(), references)));
        return names;
    }

    private Set<String> namesIn(String text) {
        return namesIn(text, references);
    }

    private static Set<String> namesIn(String text, References references) {
        Set<String> names = new HashSet<>();
        references.in(text).forEach(reference -> names.addAll(reference.names()));
        return names;
    }

    /** The names of an object's id: short ones too, since nobody wrote it by chance. */
    static Set<String> namesOf(String id, References references) {
        Set<String> names = namesIn(id, references);
        Code.formsOf(id).forEach(form -> {
            names.add(form);
            names.add(Reference.reversed(form));
        });
        return names;
    }

    /** The place of a note. */
    public static TextPlace place(Note note) {
        UUID id = note.id().value();
        return new TextPlace(TextKind.NOTE, id, id, note.createdAt());
    }

    /** The place of a ticket's subject. */
    public static TextPlace place(Ticket ticket) {
        UUID id = ticket.id().value();
        return new TextPlace(TextKind.TICKET, id, id, ticket.createdAt());
    }

    /** The place of a message. */
    public static TextPlace place(Message message) {
        TextKind kind = message instanceof InternalComment ? TextKind.INTERNAL_MESSAGE : TextKind.PUBLIC_MESSAGE;
        return new TextPlace(kind, message.id().value(), message.ticket().value(), message.at());
    }
}
