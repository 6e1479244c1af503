package io.crmkit.ticket;

import io.crmkit.actor.ActorRef;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened to a ticket. Events are only ever added; all time metrics rest on them.
 *
 * @param id the id
 * @param ticket which ticket
 * @param sequence its place in the ticket's history, from 1 without gaps
 * @param at when
 * @param by who
 * @param kind what
 * @param from the value before; see {@link TicketEventKind}
 * @param to the value after; see {@link TicketEventKind}
 */
public record TicketEvent(
        UUID id,
        TicketId ticket,
        int sequence,
        Instant at,
        ActorRef by,
        TicketEventKind kind,
        Optional<String> from,
        Optional<String> to) {}
