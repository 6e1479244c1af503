package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.note.NoteKind;
import io.crmkit.storage.jpa.internal.json.Columns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A note; a deleted one has {@code deletedAt}. */
@Entity(name = "CrmNote")
@Table(name = "note")
class NoteRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Version
    @Column(name = "version")
    long version;

    @Column(name = "customer_id")
    UUID customer;

    @Column(name = "subjects", length = Texts.LONG)
    String subjects;

    @Column(name = "html", length = Texts.LONG)
    String html;

    @Column(name = "plain_text", length = Texts.LONG)
    String text;

    @Column(name = "search_text", length = Texts.LONG)
    String searchText;

    @Column(name = "kind", length = 20)
    String kind;

    @Column(name = "pinned")
    boolean pinned;

    @Column(name = "author_kind", length = 20)
    String authorKind;

    @Column(name = "author", length = 64)
    String author;

    @Column(name = "team", length = 40)
    String team;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "edited_at")
    @Nullable
    Instant editedAt;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    @Column(name = "deleted_by_kind", length = 20)
    @Nullable
    String deletedByKind;

    @Column(name = "deleted_by", length = 64)
    @Nullable
    String deletedBy;

    @Column(name = "delete_reason", length = Texts.LONG)
    @Nullable
    String deleteReason;

    static NoteRow of(Note note, String searchText) {
        NoteRow row = new NoteRow();
        row.id = note.id().value();
        row.version = note.version();
        row.customer = note.customer().value();
        row.subjects = Columns.subjects(note.subjects());
        row.html = note.html();
        row.text = note.text();
        row.searchText = searchText;
        row.kind = note.kind().name();
        row.pinned = note.pinned();
        row.authorKind = note.author().kind().name();
        row.author = note.author().id().value();
        row.team = note.team().value();
        row.createdAt = note.createdAt();
        row.editedAt = note.editedAt().orElse(null);
        note.deletion().ifPresent(deletion -> {
            row.deletedAt = deletion.at();
            row.deletedByKind = deletion.by().kind().name();
            row.deletedBy = deletion.by().id().value();
            row.deleteReason = deletion.reason();
        });
        return row;
    }

    Note toNote() {
        return new Note(
                new NoteId(id),
                version,
                new CustomerId(customer),
                Columns.subjects(subjects),
                html,
                text,
                NoteKind.valueOf(kind),
                pinned,
                Actors.of(authorKind, author),
                TeamId.of(team),
                createdAt,
                Optional.ofNullable(editedAt),
                deletion());
    }

    private Optional<Note.Deletion> deletion() {
        return deletedAt == null || deletedByKind == null || deletedBy == null || deleteReason == null
                ? Optional.empty()
                : Optional.of(new Note.Deletion(deletedAt, Actors.of(deletedByKind, deletedBy), deleteReason));
    }
}
