package io.crmkit.testkit;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.note.NoteKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A note for tests, one part after another. Not thread-safe. */
public final class NoteSample {
    private NoteId id;
    private long version = 1;
    private final CustomerId customer;
    private List<SubjectRef> subjects = List.of();
    private String text = "—";
    private NoteKind kind = NoteKind.GENERAL;
    private boolean pinned;
    private ActorRef author = SampleRecords.AGENT;
    private TeamId team = TeamId.SUPPORT;
    private Instant createdAt;
    private Optional<Instant> editedAt = Optional.empty();
    private Optional<Note.Deletion> deletion = Optional.empty();

    NoteSample(NoteId id, CustomerId customer, Instant createdAt) {
        this.id = id;
        this.customer = customer;
        this.createdAt = createdAt;
    }

    /** The next version of {@code note}, otherwise the same. */
    public static NoteSample after(Note note) {
        NoteSample next = new NoteSample(note.id(), note.customer(), note.createdAt());
        next.version = note.version() + 1;
        next.subjects = note.subjects();
        next.text = note.text();
        next.kind = note.kind();
        next.pinned = note.pinned();
        next.author = note.author();
        next.team = note.team();
        next.editedAt = note.editedAt();
        next.deletion = note.deletion();
        return next;
    }

    /** With this id. */
    public NoteSample id(UUID value) {
        id = new NoteId(value);
        return this;
    }

    /** In this version. */
    public NoteSample version(long value) {
        version = value;
        return this;
    }

    /** About these objects only. */
    public NoteSample subjects(SubjectRef... values) {
        subjects = List.of(values);
        return this;
    }

    /** With this text, which has no characters that mean something in HTML. */
    public NoteSample text(String value) {
        text = value;
        return this;
    }

    /** Of this kind. */
    public NoteSample kind(NoteKind value) {
        kind = value;
        return this;
    }

    /** Shown before others. */
    public NoteSample pinned() {
        pinned = true;
        return this;
    }

    /** Written by this agent. */
    public NoteSample author(ActorId agent) {
        author = new ActorRef(ActorKind.AGENT, agent);
        return this;
    }

    /** Of this team. */
    public NoteSample team(TeamId value) {
        team = value;
        return this;
    }

    /** Written at this time. */
    public NoteSample createdAt(Instant value) {
        createdAt = value;
        return this;
    }

    /** Edited at this time. */
    public NoteSample editedAt(Instant value) {
        editedAt = Optional.of(value);
        return this;
    }

    /** Deleted by its author at this time. */
    public NoteSample deletedAt(Instant value) {
        deletion = Optional.of(new Note.Deletion(value, author, "اشتباه"));
        return this;
    }

    /** Makes the note. */
    public Note build() {
        return new Note(
                id,
                version,
                customer,
                subjects,
                "<p>" + text + "</p>",
                text,
                kind,
                pinned,
                author,
                team,
                createdAt,
                editedAt,
                deletion);
    }
}
