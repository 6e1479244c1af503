package io.crmkit.note;

/**
 * Asks to replace the text of one's own note.
 *
 * @param note which
 * @param expectedVersion the version that the caller saw
 * @param html the new text, as in {@link AddNote}
 */
public record EditNote(NoteId note, long expectedVersion, String html) {
    /** Replaces the text of the note as the caller saw it. */
    public static EditNote of(Note seen, String html) {
        return new EditNote(seen.id(), seen.version(), html);
    }

    /** The text is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "EditNote[" + note + " v" + expectedVersion + "]";
    }
}
