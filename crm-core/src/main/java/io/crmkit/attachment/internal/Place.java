package io.crmkit.attachment.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.actor.TeamId;
import io.crmkit.attachment.AttachedTo;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.error.ViolationCode;
import io.crmkit.id.IdText;
import io.crmkit.internal.access.Reading;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Reach;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import java.util.Optional;

/**
 * A note or ticket that a file hangs on, looked up anew within the actor's reach: who may not read it now finds nothing.
 *
 * @param customer whom it is about
 * @param team the team that has it
 */
record Place(CustomerId customer, TeamId team) {
    /** What the actor may read, with the files on it. */
    static Place readable(Reading reading, AttachedTo to) {
        return switch (to.kind()) {
            case NOTE -> of(note(reading, to));
            case TICKET -> of(ticket(reading, to, seeing(reading)));
            case TICKET_INTERNAL ->
                of(ticket(reading, to, reading.reachOfBoth(Permission.TICKET_READ, Permission.COMMENT_READ)));
        };
    }

    /** What the actor may hang files on. */
    static Place writable(Reading reading, AttachedTo to) {
        return switch (to.kind()) {
            case NOTE -> of(ownNote(reading, to));
            case TICKET -> of(open(ticket(reading, to, reading.reach(writing(reading)))));
            case TICKET_INTERNAL ->
                of(open(ticket(reading, to, reading.reachOfBoth(Permission.TICKET_WORK, Permission.COMMENT_READ))));
        };
    }

    /** For the CRM itself: whoever may read it. */
    static Optional<Place> anybodys(CrmTransaction tx, AttachedTo to) {
        return to.kind() == AttachedTo.Kind.NOTE
                ? tx.notes().find(new NoteId(to.id()), Reach.all()).map(Place::of)
                : tx.tickets().find(new TicketId(to.id()), Reach.all()).map(Place::of);
    }

    private static Permission writing(Reading reading) {
        return reading.may(Permission.TICKET_WORK) ? Permission.TICKET_WORK : Permission.TICKET_WRITE;
    }

    private static Reach seeing(Reading reading) {
        return reading.reach(reading.may(Permission.TICKET_READ) ? Permission.TICKET_READ : Permission.TICKET_VIEW);
    }

    private static Note ownNote(Reading reading, AttachedTo to) {
        Note note = note(reading, to);
        if (!note.author().equals(reading.actor().ref())) {
            throw new PermissionDeniedException(
                    reading.actor().id().value(), Permission.FILE_ATTACH + ": only the author attaches to a note");
        }
        return note;
    }

    private static Note note(Reading reading, AttachedTo to) {
        return reading.tx()
                .notes()
                .find(new NoteId(to.id()), reading.reach(Permission.NOTE_READ))
                .filter(note -> note.deletion().isEmpty())
                .orElseThrow(() -> new NotFoundException("note", IdText.of(to.id())));
    }

    private static Ticket ticket(Reading reading, AttachedTo to, Reach reach) {
        return reading.tx()
                .tickets()
                .find(new TicketId(to.id()), reach)
                .orElseThrow(() -> new NotFoundException("ticket", IdText.of(to.id())));
    }

    private static Ticket open(Ticket ticket) {
        if (ticket.status() == TicketStatus.CLOSED) {
            throw InvalidRequestException.of(
                    "attachment.to",
                    ViolationCode.NOT_ALLOWED,
                    "is CLOSED: write to it first, which opens a follow-up");
        }
        return ticket;
    }

    private static Place of(Note note) {
        return new Place(note.customer(), note.team());
    }

    private static Place of(Ticket ticket) {
        return new Place(ticket.customer(), ticket.team());
    }
}
