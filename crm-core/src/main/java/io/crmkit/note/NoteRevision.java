package io.crmkit.note;

import java.time.Instant;

/**
 * A former text of a note.
 *
 * @param note which note
 * @param version the version that had this text
 * @param html the text
 * @param replacedAt when it was replaced
 */
public record NoteRevision(NoteId note, long version, String html, Instant replacedAt) {
    /** Note and version only: the text is personal. */
    @Override
    public String toString() {
        return "NoteRevision[" + note + " v" + version + "]";
    }
}
