package io.crmkit.attachment;

import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import io.crmkit.note.NoteId;
import io.crmkit.ticket.TicketId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks to attach a file. Immutable: every method returns another command.
 *
 * @param to what it shall hang on
 * @param name the name that the file came with, however hostile; its extension must be one of what the bytes are; 1 to
 *     4,096 characters
 * @param mailed whether it came by mail, which only automation and the host say: it then counts as the customer's
 * @param onceKey idempotency key; the bytes are no part of what is compared
 */
public record AttachFile(AttachedTo to, String name, boolean mailed, Optional<String> onceKey) implements Form {
    private static final int LONGEST = 4_096;

    /** Nothing may be missing. */
    public AttachFile {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("attachment")
                .require(!name.isEmpty(), "name", ViolationCode.REQUIRED, "is missing")
                .require(name.length() <= LONGEST, "name", ViolationCode.TOO_LONG, "has more than 4,096 characters")
                .once(onceKey)
                .found();
    }

    /** To one's own note. */
    public static AttachFile toNote(NoteId note, String name) {
        return new AttachFile(AttachedTo.note(note), name, false, Optional.empty());
    }

    /** To a ticket, where its customer sees it. */
    public static AttachFile toTicket(TicketId ticket, String name) {
        return new AttachFile(AttachedTo.ticket(ticket), name, false, Optional.empty());
    }

    /** To a ticket, where only the desk sees it. */
    public static AttachFile internally(TicketId ticket, String name) {
        return new AttachFile(AttachedTo.ticketInternally(ticket), name, false, Optional.empty());
    }

    /** The customer sent it by mail. */
    public AttachFile byMail() {
        return new AttachFile(to, name, true, onceKey);
    }

    /** Makes a repetition of this call return the first result, without reading the file again. The key has 1 to 120 characters. */
    public AttachFile once(String key) {
        return new AttachFile(to, name, mailed, Optional.of(key));
    }

    /** The name is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "AttachFile[" + to + "]";
    }
}
