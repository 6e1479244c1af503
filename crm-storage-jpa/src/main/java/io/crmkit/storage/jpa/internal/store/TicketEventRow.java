package io.crmkit.storage.jpa.internal.store;

import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to a ticket. */
@Entity(name = "CrmTicketEvent")
@Table(name = "ticket_event")
class TicketEventRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "ticket_id")
    UUID ticket;

    @Column(name = "sequence_number")
    int sequence;

    @Column(name = "happened_at")
    Instant at;

    @Column(name = "actor_kind", length = 20)
    String actorKind;

    @Column(name = "actor", length = 64)
    String actor;

    @Column(name = "kind", length = 30)
    String kind;

    @Column(name = "value_before", length = Texts.LONG)
    @Nullable
    String from;

    @Column(name = "value_after", length = Texts.LONG)
    @Nullable
    String to;

    static TicketEventRow of(TicketEvent event) {
        TicketEventRow row = new TicketEventRow();
        row.id = event.id();
        row.ticket = event.ticket().value();
        row.sequence = event.sequence();
        row.at = event.at();
        row.actorKind = event.by().kind().name();
        row.actor = event.by().id().value();
        row.kind = event.kind().name();
        row.from = event.from().orElse(null);
        row.to = event.to().orElse(null);
        return row;
    }

    TicketEvent toEvent() {
        return new TicketEvent(
                id,
                new TicketId(ticket),
                sequence,
                at,
                Actors.of(actorKind, actor),
                TicketEventKind.valueOf(kind),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }
}
