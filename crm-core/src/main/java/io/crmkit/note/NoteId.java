package io.crmkit.note;

import io.crmkit.id.IdText;
import java.util.UUID;

/** Names one note. */
public record NoteId(UUID value) {
    /**
     * Reads either text form.
     *
     * @throws io.crmkit.error.InvalidRequestException if it is none
     */
    public static NoteId parse(String text) {
        return new NoteId(IdText.parse("noteId", text));
    }

    /** The 26 characters of {@link IdText}. */
    @Override
    public String toString() {
        return IdText.of(value);
    }
}
