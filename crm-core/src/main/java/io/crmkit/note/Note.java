package io.crmkit.note;

import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.id.SubjectRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A note. Author and times are set by the CRM; only the author edits; deletion hides and keeps. New components may come
 * in minor releases: use the accessors.
 *
 * @param id the id
 * @param version counts the changes, from 1
 * @param customer whom it is about
 * @param subjects what else it is about
 * @param html the text, harmless: a small subset of HTML
 * @param text the same as plain text
 * @param kind what it records
 * @param pinned whether it is shown before others
 * @param author who wrote it
 * @param team the team of the author
 * @param createdAt when written
 * @param editedAt when last edited
 * @param deletion when, by whom and why deleted; empty for a live note
 */
public record Note(
        NoteId id,
        long version,
        CustomerId customer,
        List<SubjectRef> subjects,
        String html,
        String text,
        NoteKind kind,
        boolean pinned,
        ActorRef author,
        TeamId team,
        Instant createdAt,
        Optional<Instant> editedAt,
        Optional<Deletion> deletion) {
    /** Copies the subjects. */
    public Note {
        subjects = List.copyOf(subjects);
    }

    /**
     * How a note was deleted.
     *
     * @param at when
     * @param by who
     * @param reason why; empty when the author gave none
     */
    public record Deletion(Instant at, ActorRef by, String reason) {
        /** The reason is left out: it may end up in a log. */
        @Override
        public String toString() {
            return "Deletion[" + by + " at " + at + "]";
        }
    }

    /** Id and version only: the text is personal. */
    @Override
    public String toString() {
        return "Note[" + id + " v" + version + "]";
    }
}
