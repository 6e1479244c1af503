package io.crmkit.note;

import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Asks to delete a note.
 *
 * @param note which
 * @param reason why; empty for one's own note, needed for somebody else's, at most 500 characters
 * @param onceKey idempotency key
 */
public record DeleteNote(NoteId note, String reason, Optional<String> onceKey) implements Form {
    /** Deletes the note for that reason. */
    public DeleteNote(NoteId note, String reason) {
        this(note, reason, Optional.empty());
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("").text("reason", reason, 0, 500).once(onceKey).found();
    }

    /** Deletes one's own note. */
    public static DeleteNote own(NoteId note) {
        return new DeleteNote(note, "");
    }

    /** Deletes a note, also somebody else's, for a reason. */
    public static DeleteNote because(NoteId note, String reason) {
        return new DeleteNote(note, reason);
    }

    /** Makes a repetition of this call do nothing. The key has 1 to 120 characters. */
    public DeleteNote once(String key) {
        return new DeleteNote(note, reason, Optional.of(key));
    }

    /** The reason is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "DeleteNote[" + note + "]";
    }
}
