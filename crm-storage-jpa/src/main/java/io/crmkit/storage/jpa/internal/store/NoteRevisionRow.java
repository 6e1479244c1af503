package io.crmkit.storage.jpa.internal.store;

import io.crmkit.note.NoteId;
import io.crmkit.note.NoteRevision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A former text of a note. */
@Entity(name = "CrmNoteRevision")
@Table(name = "note_revision")
@IdClass(NoteRevisionRow.Key.class)
class NoteRevisionRow {
    /** Note and version. */
    record Key(UUID note, long version) implements Serializable {}

    @Id
    @Column(name = "note_id")
    UUID note;

    @Id
    @Column(name = "version")
    long version;

    @Column(name = "html", length = Texts.LONG)
    String html;

    @Column(name = "replaced_at")
    Instant replacedAt;

    static NoteRevisionRow of(NoteRevision revision) {
        NoteRevisionRow row = new NoteRevisionRow();
        row.note = revision.note().value();
        row.version = revision.version();
        row.html = revision.html();
        row.replacedAt = revision.replacedAt();
        return row;
    }

    NoteRevision toRevision() {
        return new NoteRevision(new NoteId(note), version, html, replacedAt);
    }
}
