package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.spi.storage.MessageKind;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.TicketId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A message or comment. */
@Entity(name = "CrmTicketMessage")
@Table(name = "ticket_message")
class MessageRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "ticket_id")
    UUID ticket;

    @Column(name = "customer_id")
    UUID customer;

    @Column(name = "kind", length = 20)
    String kind;

    @Column(name = "author_kind", length = 20)
    String authorKind;

    @Column(name = "author", length = 64)
    String author;

    @Column(name = "written_at")
    Instant at;

    @Column(name = "body", length = Texts.LONG)
    String text;

    static MessageRow of(Message message) {
        MessageRow row = new MessageRow();
        row.id = message.id().value();
        row.ticket = message.ticket().value();
        row.customer = message.customer().value();
        row.kind = (message instanceof PublicMessage ? MessageKind.PUBLIC : MessageKind.INTERNAL).name();
        row.authorKind = message.author().kind().name();
        row.author = message.author().id().value();
        row.at = message.at();
        row.text = message.text();
        return row;
    }

    Message toMessage() {
        MessageId messageId = new MessageId(id);
        TicketId ticketId = new TicketId(ticket);
        CustomerId customerId = new CustomerId(customer);
        ActorRef by = Actors.of(authorKind, author);
        return switch (MessageKind.valueOf(kind)) {
            case PUBLIC -> new PublicMessage(messageId, ticketId, customerId, by, at, text);
            case INTERNAL -> new InternalComment(messageId, ticketId, customerId, by, at, text);
        };
    }
}
