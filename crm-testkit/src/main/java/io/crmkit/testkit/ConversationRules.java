package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.MessageKind;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happened to a ticket and what was written into it. */
abstract class ConversationRules extends StorageRules {
    @Test
    void aTicketsEventsAreReadBySequence() {
        Ticket ticket = givenTicket();
        Ticket other = givenTicket();
        TicketEvent third = samples.event(ticket, 3);
        TicketEvent first = samples.event(ticket, 1);
        TicketEvent second = samples.event(ticket, 2);
        write(tx -> tx.ticketEvents().append(List.of(second, samples.event(other, 1))));
        write(tx -> tx.ticketEvents().append(List.of(third, first)));

        assertEquals(List.of(first, second, third), read(tx -> tx.ticketEvents().of(ticket.id())));
        assertEquals(List.of(), read(tx -> tx.ticketEvents().of(new TicketId(samples.id()))));
    }

    @Test
    void moreThanNineEventsAreReadBySequence() {
        Ticket ticket = givenTicket();
        List<TicketEvent> events = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            events.add(samples.event(ticket, i));
        }
        write(tx -> tx.ticketEvents().append(events));

        assertEquals(events, read(tx -> tx.ticketEvents().of(ticket.id())));
    }

    @Test
    void appendingNothingIsFine() {
        Ticket ticket = givenTicket();

        write(tx -> tx.ticketEvents().append(List.of()));

        assertEquals(List.of(), read(tx -> tx.ticketEvents().of(ticket.id())));
    }

    @Test
    void aTakenSequenceIsRefusedAtTheCall() {
        Ticket ticket = givenTicket();
        TicketEvent event = samples.event(ticket, 1);
        write(tx -> tx.ticketEvents().append(List.of(event)));

        DuplicateKeyException refusal = refusedAtTheCall(
                DuplicateKeyException.class,
                tx -> tx.ticketEvents().append(List.of(samples.event(ticket, 2), samples.event(ticket, 1))));

        assertEquals("sequence", refusal.key());
        assertEquals(List.of(event), read(tx -> tx.ticketEvents().of(ticket.id())));
    }

    @Test
    void aMessageIsFoundByIdAsWhatItWas() {
        Ticket ticket = givenTicket();
        PublicMessage message = samples.message(ticket);
        InternalComment comment = samples.comment(ticket);
        write(tx -> {
            tx.messages().insert(message);
            tx.messages().insert(comment);
        });

        assertEquals(Optional.of(message), read(tx -> tx.messages().find(message.id())));
        assertEquals(Optional.of(comment), read(tx -> tx.messages().find(comment.id())));
        assertEquals(Optional.empty(), read(tx -> tx.messages().find(new MessageId(samples.id()))));
    }

    @Test
    void messagesAreFoundByTheirIdsInOneCall() {
        PublicMessage message = samples.message(givenTicket());
        InternalComment comment = samples.comment(givenTicket());
        PublicMessage other = samples.message(givenTicket());
        write(tx ->
                List.of(message, comment, other).forEach(each -> tx.messages().insert(each)));
        Set<MessageId> ids = Set.of(comment.id(), message.id(), new MessageId(samples.id()));

        assertEquals(
                Set.of(message, comment), Set.copyOf(read(tx -> tx.messages().findAll(ids))));
        assertEquals(List.of(), read(tx -> tx.messages().findAll(Set.of())));
    }

    @Test
    void messagesOfAllTicketsAreListedAsWhatTheyWere() {
        PublicMessage message = samples.message(givenTicket());
        InternalComment comment = samples.comment(givenTicket());
        write(tx -> List.of(message, comment).forEach(each -> tx.messages().insert(each)));

        assertEquals(
                Set.of(message, comment), Set.copyOf(read(tx -> tx.messages().list(oldest(9)))));
    }

    @Test
    void aTakenMessageIdIsRefusedAtTheCall() {
        Ticket ticket = givenTicket();
        PublicMessage message = samples.message(ticket);
        write(tx -> tx.messages().insert(message));
        InternalComment other = new InternalComment(
                message.id(), ticket.id(), ticket.customer(), SampleRecords.AGENT, message.at(), "other");

        DuplicateKeyException refusal = refusedAtTheCall(
                DuplicateKeyException.class, tx -> tx.messages().insert(other));

        assertEquals("id", refusal.key());
        assertEquals(Optional.of(message), read(tx -> tx.messages().find(message.id())));
    }

    @Test
    void onlyMessagesOfTheTicketAndOfTheKindsAreListed() {
        Ticket ticket = givenTicket();
        PublicMessage message = samples.message(ticket);
        InternalComment comment = samples.comment(ticket);
        PublicMessage elsewhere = samples.message(given(samples.ticket(ticket.customer())));
        write(tx -> List.of(elsewhere, comment, message)
                .forEach(each -> tx.messages().insert(each)));

        assertEquals(List.of(message), messages(ticket, Set.of(MessageKind.PUBLIC)));
        assertEquals(List.of(comment), messages(ticket, Set.of(MessageKind.INTERNAL)));
        assertEquals(List.of(message, comment), messages(ticket, Set.of(MessageKind.values())));
        assertEquals(List.of(), messages(ticket, Set.of()));
    }

    @Test
    void pagesOfOneKindAreFullAlthoughMostMessagesAreOfTheOther() {
        Ticket ticket = givenTicket();
        List<Message> comments = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Message message = i % 8 == 7 ? samples.comment(ticket) : samples.message(ticket);
            write(tx -> tx.messages().insert(message));
            if (i % 8 == 7) {
                comments.add(message);
            }
        }

        List<Message> page = read(tx -> tx.messages().list(ticket.id(), Set.of(MessageKind.INTERNAL), oldest(2)));

        assertEquals(comments.subList(0, 2), page);
    }

    private List<Message> messages(Ticket ticket, Set<MessageKind> kinds) {
        return read(tx -> tx.messages().list(ticket.id(), kinds, oldest(100)));
    }
}
