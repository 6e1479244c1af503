package io.crmkit.search.internal;

import io.crmkit.id.SubjectRef;
import io.crmkit.internal.reference.Wanted;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.search.Mention;
import io.crmkit.search.MentionKind;
import io.crmkit.search.TicketHit;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import io.crmkit.text.MatchedBy;
import io.crmkit.text.TextMatch;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The records that texts belong to: fetched at once, each kind by one call. */
final class TextsOfPlaces {
    private final Wanted wanted;
    private final Map<UUID, Note> notes = new HashMap<>();
    private final Map<UUID, Ticket> tickets = new HashMap<>();
    private final Map<UUID, Message> messages = new HashMap<>();

    private TextsOfPlaces(Wanted wanted) {
        this.wanted = wanted;
    }

    /** Those of mentions: notes within reach, tickets by their subjects, messages. */
    static TextsOfPlaces mentions(CrmTransaction tx, Wanted wanted, Collection<TextPlace> places, Reach notes) {
        TextsOfPlaces texts = new TextsOfPlaces(wanted);
        Set<NoteId> noteIds = ids(places, place -> place.kind() == TextKind.NOTE, p -> new NoteId(p.record()));
        if (!noteIds.isEmpty()) {
            tx.notes()
                    .find(noteIds, notes)
                    .forEach(note -> texts.notes.put(note.id().value(), note));
        }
        texts.addTickets(tx, ids(places, p -> p.kind() == TextKind.TICKET, p -> new TicketId(p.parent())));
        texts.addMessages(tx, places);
        return texts;
    }

    /** Those of hits: tickets, by subjects and messages, with the messages. */
    static TextsOfPlaces hits(CrmTransaction tx, Wanted wanted, Collection<TextPlace> places) {
        TextsOfPlaces texts = new TextsOfPlaces(wanted);
        texts.addTickets(tx, ids(places, place -> true, place -> new TicketId(place.parent())));
        texts.addMessages(tx, places);
        return texts;
    }

    private void addTickets(CrmTransaction tx, Set<TicketId> ids) {
        if (!ids.isEmpty()) {
            tx.tickets().findAll(ids).forEach(ticket -> tickets.put(ticket.id().value(), ticket));
        }
    }

    private void addMessages(CrmTransaction tx, Collection<TextPlace> places) {
        Set<MessageId> ids = ids(places, TextsOfPlaces::isMessage, place -> new MessageId(place.record()));
        if (!ids.isEmpty()) {
            tx.messages()
                    .findAll(ids)
                    .forEach(message -> messages.put(message.id().value(), message));
        }
    }

    private static boolean isMessage(TextPlace place) {
        return place.kind() == TextKind.PUBLIC_MESSAGE || place.kind() == TextKind.INTERNAL_MESSAGE;
    }

    private static <I> Set<I> ids(
            Collection<TextPlace> places, Predicate<TextPlace> wanted, Function<TextPlace, I> id) {
        return places.stream().filter(wanted).map(id).collect(Collectors.toSet());
    }

    /** Empty if the text does not name it by today's rules. */
    Optional<TicketHit> hit(TextPlace place, MatchedBy by) {
        Optional<Ticket> ticket = Optional.ofNullable(tickets.get(place.parent()));
        Optional<Message> message = Optional.ofNullable(messages.get(place.record()));
        if (ticket.isEmpty() || (isMessage(place) && message.isEmpty())) {
            return Optional.empty();
        }
        return message.map(said -> wanted.in(said.text(), List.of(), by))
                .orElseGet(() -> match(ticket.get(), by))
                .map(match -> new TicketHit(ticket.get(), message, match));
    }

    private Optional<TextMatch> match(Ticket ticket, MatchedBy by) {
        return wanted.in(
                ticket.subject(), ticket.subjects().stream().map(SubjectRef::id).toList(), by);
    }

    /** Empty if the text does not name it by today's rules. */
    Optional<Mention> mention(TextPlace place) {
        return switch (place.kind()) {
            case NOTE -> Optional.ofNullable(notes.get(place.record())).flatMap(this::mention);
            case TICKET -> Optional.ofNullable(tickets.get(place.record())).flatMap(this::mention);
            case PUBLIC_MESSAGE, INTERNAL_MESSAGE ->
                Optional.ofNullable(messages.get(place.record())).flatMap(this::mention);
        };
    }

    private Optional<Mention> mention(Note note) {
        return wanted.in(
                        note.text(),
                        note.subjects().stream().map(SubjectRef::id).toList(),
                        MatchedBy.REFERENCE)
                .map(match -> new Mention(
                        MentionKind.NOTE,
                        note.createdAt(),
                        note.author(),
                        note.customer(),
                        SubjectRef.note(note.id().toString()),
                        match));
    }

    private Optional<Mention> mention(Ticket ticket) {
        return match(ticket, MatchedBy.REFERENCE)
                .map(match -> new Mention(
                        MentionKind.TICKET,
                        ticket.createdAt(),
                        ticket.createdBy(),
                        ticket.customer(),
                        SubjectRef.ticket(ticket.id().toString()),
                        match));
    }

    private Optional<Mention> mention(Message message) {
        MentionKind kind = message instanceof InternalComment ? MentionKind.COMMENT : MentionKind.MESSAGE;
        return wanted.in(message.text(), List.of(), MatchedBy.REFERENCE)
                .map(match -> new Mention(
                        kind,
                        message.at(),
                        message.author(),
                        message.customer(),
                        SubjectRef.ticket(message.ticket().toString()),
                        match));
    }
}
