package io.crmkit.attachment;

import io.crmkit.note.NoteId;
import io.crmkit.ticket.TicketId;
import java.util.Objects;
import java.util.UUID;

/**
 * What a file hangs on, which decides who may see it.
 *
 * @param kind the kind of record, and on a ticket for whom
 * @param id the id of the note or ticket
 */
public record AttachedTo(Kind kind, UUID id) {
    /** The kinds. */
    public enum Kind {
        /** A note: for those who may read it; never for the customer. */
        NOTE,
        /** A ticket: for its customer and the desk. */
        TICKET,
        /** A ticket, as its internal comments are: for the desk only. */
        TICKET_INTERNAL
    }

    /** Nothing may be missing. */
    public AttachedTo {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    /** On a note. */
    public static AttachedTo note(NoteId note) {
        return new AttachedTo(Kind.NOTE, note.value());
    }

    /** On a ticket, where its customer sees it. */
    public static AttachedTo ticket(TicketId ticket) {
        return new AttachedTo(Kind.TICKET, ticket.value());
    }

    /** On a ticket, where only the desk sees it. */
    public static AttachedTo ticketInternally(TicketId ticket) {
        return new AttachedTo(Kind.TICKET_INTERNAL, ticket.value());
    }
}
