package io.crmkit.report.internal;

import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.Permission;
import io.crmkit.actor.Scope;
import io.crmkit.audit.AuditEntry;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Survivors;
import io.crmkit.note.Note;
import io.crmkit.notification.Notification;
import io.crmkit.report.ReportRequest;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.NotificationCriteria;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketId;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one report is computed from: the records of its period within the actor's reach.
 *
 * @param reading the transaction
 * @param request what was asked for, narrowed to what is allowed
 * @param permission the permission whose reach counts
 */
record ReportInput(Reading reading, ReportRequest request, Permission permission) {
    CrmTransaction tx() {
        return reading.tx();
    }

    Reach reach() {
        return reading.reach(permission);
    }

    TimeRange period() {
        return request.period();
    }

    Days days() {
        return Days.of(request.period(), request.zone());
    }

    /** The ticket events of the period, in order. */
    void eachEvents(Consumer<List<TicketEvent>> work) {
        // Own figures are what the agent did, also on tickets that are in other hands by now.
        Reach reach = reading.scope(permission) == Scope.OWN ? Reach.all() : reach();
        Slices.each(
                slice -> tx().ticketEvents().list(period(), reach, slice),
                event -> new Position(event.at(), event.id()),
                work);
    }

    /** The events of the period that are wanted, in order, each with its ticket. */
    void eachEvent(Predicate<TicketEvent> wanted, BiConsumer<TicketEvent, Ticket> work) {
        eachEvents(events -> {
            List<TicketEvent> some = events.stream().filter(wanted).toList();
            Map<TicketId, Ticket> tickets = tickets(some);
            for (TicketEvent event : some) {
                Ticket ticket = tickets.get(event.ticket());
                if (ticket != null) {
                    work.accept(event, ticket);
                }
            }
        });
    }

    private Map<TicketId, Ticket> tickets(List<TicketEvent> events) {
        Set<TicketId> ids = events.stream().map(TicketEvent::ticket).collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : tx().tickets().findAll(ids).stream().collect(Collectors.toMap(Ticket::id, Function.identity()));
    }

    /** The tickets opened in the period, in order. */
    void eachOpened(Consumer<Ticket> work) {
        TicketCriteria opened = TicketCriteria.within(reach()).opened(period());
        Slices.each(
                slice -> tx().tickets().list(opened, slice),
                ticket -> new Position(ticket.createdAt(), ticket.id().value()),
                tickets -> tickets.forEach(work));
    }

    /** The notes written in the period, deleted ones too. */
    void eachWritten(Consumer<Note> work) {
        NoteCriteria written =
                new NoteCriteria(reach(), Optional.empty(), Optional.empty(), List.of(), true, Optional.of(period()));
        Slices.each(
                slice -> tx().notes().list(written, slice),
                note -> new Position(note.createdAt(), note.id().value()),
                notes -> notes.forEach(work));
    }

    /** What agents did in a time, as far as the filters let through, in order. */
    void eachDeed(TimeRange time, Consumer<AuditEntry> work) {
        AuditCriteria deeds = new AuditCriteria(
                reach(),
                Optional.of(time),
                Optional.of(ActorKind.AGENT),
                request.agent().map(agent -> new ActorRef(ActorKind.AGENT, agent)),
                request.customer().map(id -> Survivors.of(tx(), id).orElse(id)),
                Set.of());
        Slices.each(
                slice -> tx().audit().list(deeds, slice),
                entry -> new Position(entry.at(), entry.id()),
                entries -> entries.forEach(work));
    }

    /** The notifications of the period, in order. */
    void eachNotification(Consumer<Notification> work) {
        NotificationCriteria created = new NotificationCriteria(
                reach(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(period()));
        Slices.each(
                slice -> tx().outbox().list(created, slice),
                notice -> new Position(notice.createdAt(), notice.id().value()),
                notices -> notices.forEach(work));
    }

    /** The name to print for an object. */
    String label(SubjectRef subject) {
        return request.labels().of(subject);
    }

    /** The name to print for a ticket. */
    String label(TicketId ticket) {
        return label(SubjectRef.ticket(ticket.toString()));
    }

    /** An instant as printed: ISO-8601, UTC, whole seconds. */
    static String print(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
