package io.crmkit.note;

import io.crmkit.actor.ActorRef;
import java.time.Instant;

/**
 * The beginning of a note, for lists.
 *
 * @param id which note
 * @param author who wrote it
 * @param at when
 * @param text the first 140 characters of its plain text, cut between user-perceived characters
 */
public record NoteSummary(NoteId id, ActorRef author, Instant at, String text) {
    /** The text is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "NoteSummary[" + id + "]";
    }
}
