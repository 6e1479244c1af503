package io.crmkit.spi.storage;

import io.crmkit.actor.CustomerId;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was written into tickets: only ever added to; ordered by {@code at} and id. */
public interface MessageStore {
    /**
     * Adds a message.
     *
     * @throws DuplicateKeyException if the id is taken
     */
    void insert(Message message);

    /** Finds a message by id. */
    Optional<Message> find(MessageId id);

    /** Finds messages by id, in any order; unknown ones are left out. At most 1,000 ids. One call for all. */
    List<Message> findAll(Set<MessageId> ids);

    /** Lists all messages. */
    List<Message> list(Slice slice);

    /** Lists a ticket's messages of these kinds. */
    List<Message> list(TicketId ticket, Set<MessageKind> kinds, Slice slice);

    /** Lists a customer's messages of one kind in all tickets within reach, by the ticket's team, assignee and customer. */
    List<Message> list(CustomerId customer, MessageKind kind, Reach reach, Slice slice);
}
