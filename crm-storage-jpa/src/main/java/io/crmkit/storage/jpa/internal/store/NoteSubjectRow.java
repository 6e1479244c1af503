package io.crmkit.storage.jpa.internal.store;

import io.crmkit.id.SubjectRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** That a note is about an object: what notes are found by. */
@Entity(name = "CrmNoteSubject")
@Table(name = "note_subject")
@IdClass(NoteSubjectRow.Key.class)
class NoteSubjectRow {
    /** Both columns. */
    record Key(String subject, UUID note) implements Serializable {}

    @Id
    @Column(name = "subject", length = 170)
    String subject;

    @Id
    @Column(name = "note_id")
    UUID note;

    static NoteSubjectRow of(SubjectRef subject, UUID note) {
        NoteSubjectRow row = new NoteSubjectRow();
        row.subject = key(subject);
        row.note = note;
        return row;
    }

    /** Type, colon, id: types have no colon. */
    static String key(SubjectRef subject) {
        return subject.toString();
    }
}
