package io.crmkit.storage.memory;

import io.crmkit.actor.CustomerId;
import io.crmkit.spi.storage.MessageKind;
import io.crmkit.spi.storage.MessageStore;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was written into tickets. */
final class MemoryMessages implements MessageStore {
    private static final Layout<Message> MESSAGES = new Layout<>("message", MemoryMessages::listings);

    static final MergedRows.Moved<Message> MOVED = new MergedRows.Moved<>(
            MESSAGES,
            id -> List.of("customer " + id + " " + MessageKind.PUBLIC, "customer " + id + " " + MessageKind.INTERNAL),
            Owners::with);

    private final Transaction transaction;

    MemoryMessages(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void insert(Message message) {
        String key = message.id().toString();
        transaction.lockNew(MESSAGES, key, "id");
        transaction.write(MESSAGES, key, message);
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return transaction.table(MESSAGES).get(id.toString());
    }

    @Override
    public List<Message> findAll(Set<MessageId> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public List<Message> list(Slice slice) {
        return Walk.all(transaction.table(MESSAGES)).list(slice, message -> true);
    }

    @Override
    public List<Message> list(TicketId ticket, Set<MessageKind> kinds, Slice slice) {
        List<String> groups =
                kinds.stream().map(kind -> "ticket " + ticket + " " + kind).toList();
        return Walk.of(transaction.table(MESSAGES), groups).list(slice, message -> true);
    }

    @Override
    public List<Message> list(CustomerId customer, MessageKind kind, Reach reach, Slice slice) {
        return Walk.of(transaction.table(MESSAGES), "customer " + customer + " " + kind)
                .list(slice, message -> reach.everything() || isIn(reach, message.ticket()));
    }

    /** Whether the transaction sees the message. */
    static boolean isKept(Transaction transaction, MessageId id) {
        return transaction.table(MESSAGES).get(id.toString()).isPresent();
    }

    private boolean isIn(Reach reach, TicketId id) {
        return MemoryTickets.find(transaction, id)
                .filter(ticket -> reach.covers(ticket.team(), ticket.assignee(), Optional.of(ticket.customer())))
                .isPresent();
    }

    /** Removes those of closed tickets from before a time. */
    static int purge(Transaction transaction, Instant limit, int most) {
        return Purge.of(transaction, MESSAGES, row -> MemoryTickets.isClosed(transaction, row.ticket()))
                .before(limit, most);
    }

    private static Listings listings(Message message) {
        MessageKind kind = message instanceof PublicMessage ? MessageKind.PUBLIC : MessageKind.INTERNAL;
        return Listings.at(message.at(), message.id().value(), message.id().toString())
                .in("ticket " + message.ticket() + " " + kind)
                .in("customer " + message.customer() + " " + kind);
    }
}
