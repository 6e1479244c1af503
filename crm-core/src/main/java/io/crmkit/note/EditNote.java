package io.crmkit.note;

import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Asks to replace the text of one's own note.
 *
 * @param note which
 * @param expectedVersion the version that the caller saw
 * @param html the new text, as in {@link AddNote}
 * @param onceKey idempotency key
 */
public record EditNote(NoteId note, long expectedVersion, String html, Optional<String> onceKey) implements Form {
    /** Replaces the text of the note whose version the caller saw. */
    public EditNote(NoteId note, long expectedVersion, String html) {
        this(note, expectedVersion, html, Optional.empty());
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("note").once(onceKey).found();
    }

    /** Replaces the text of the note as the caller saw it. */
    public static EditNote of(Note seen, String html) {
        return new EditNote(seen.id(), seen.version(), html);
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public EditNote once(String key) {
        return new EditNote(note, expectedVersion, html, Optional.of(key));
    }

    /** The text is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "EditNote[" + note + " v" + expectedVersion + "]";
    }
}
