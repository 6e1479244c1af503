package io.crmkit.storage.memory;

import io.crmkit.actor.CustomerId;
import io.crmkit.audit.AuditEntry;
import io.crmkit.note.Note;
import io.crmkit.notification.Notification;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import java.util.Optional;

/** Records as they are when another customer has them. */
final class Owners {
    private Owners() {}

    static Note with(Note note, CustomerId customer) {
        return new Note(
                note.id(),
                note.version() + 1,
                customer,
                note.subjects(),
                note.html(),
                note.text(),
                note.kind(),
                note.pinned(),
                note.author(),
                note.team(),
                note.createdAt(),
                note.editedAt(),
                note.deletion());
    }

    static Ticket with(Ticket ticket, CustomerId customer) {
        return new Ticket(
                ticket.id(),
                ticket.version() + 1,
                ticket.number(),
                customer,
                ticket.subject(),
                ticket.channel(),
                ticket.category(),
                ticket.language(),
                ticket.status(),
                ticket.priority(),
                ticket.tags(),
                ticket.team(),
                ticket.assignee(),
                ticket.subjects(),
                ticket.clock(),
                ticket.events(),
                ticket.humanReplies(),
                ticket.reopens(),
                ticket.followUpOf(),
                ticket.mergedInto(),
                ticket.rating(),
                ticket.createdBy());
    }

    static Message with(Message message, CustomerId customer) {
        return message instanceof PublicMessage
                ? new PublicMessage(
                        message.id(), message.ticket(), customer, message.author(), message.at(), message.text())
                : new InternalComment(
                        message.id(), message.ticket(), customer, message.author(), message.at(), message.text());
    }

    static Notification with(Notification notice, CustomerId customer) {
        return new Notification(
                notice.id(),
                notice.version(),
                notice.dedupeKey(),
                notice.channel(),
                notice.to(),
                notice.template(),
                notice.language(),
                notice.subject(),
                notice.text(),
                notice.ticket(),
                customer,
                notice.team(),
                notice.createdAt(),
                notice.delivery());
    }

    static AuditEntry with(AuditEntry entry, CustomerId customer) {
        return new AuditEntry(
                entry.id(),
                entry.at(),
                entry.by(),
                entry.action(),
                entry.target(),
                Optional.of(customer),
                entry.team(),
                entry.changes());
    }
}
