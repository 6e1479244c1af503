package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.CustomerId;
import io.crmkit.spi.storage.MessageKind;
import io.crmkit.spi.storage.MessageStore;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was written into tickets. */
final class JpaMessages implements MessageStore {
    private final Work work;

    JpaMessages(Work work) {
        this.work = work;
    }

    @Override
    public void insert(Message message) {
        work.insert(MessageRow.of(message));
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return work.get(MessageRow.class, id.value()).map(MessageRow::toMessage);
    }

    @Override
    public List<Message> findAll(Set<MessageId> ids) {
        if (ids.isEmpty()) {
            work.check();
            return List.of();
        }
        return messages(Hql.of("select m from CrmTicketMessage m")
                .in("m.id", ids.stream().map(MessageId::value).toList()));
    }

    @Override
    public List<Message> list(Slice slice) {
        return messages(Hql.of("select m from CrmTicketMessage m").slice(slice, "m.at", "m.id"));
    }

    @Override
    public List<Message> list(TicketId ticket, Set<MessageKind> kinds, Slice slice) {
        if (kinds.isEmpty()) {
            work.check();
            return List.of();
        }
        return messages(Hql.of("select m from CrmTicketMessage m")
                .is("m.ticket", ticket.value())
                .in("m.kind", kinds.stream().map(Enum::name).sorted().toList())
                .slice(slice, "m.at", "m.id"));
    }

    @Override
    public List<Message> list(CustomerId customer, MessageKind kind, Reach reach, Slice slice) {
        Hql query = reach.everything()
                ? Hql.of("select m from CrmTicketMessage m")
                : Hql.of("select m from CrmTicketMessage m join CrmTicket t on t.id = m.ticket")
                        .reach(reach, "t.team", "t.assignee", "t.customer");
        return messages(query.is("m.customer", customer.value())
                .is("m.kind", kind.name())
                .slice(slice, "m.at", "m.id"));
    }

    private List<Message> messages(Hql query) {
        return work.list(query, MessageRow.class).stream()
                .map(MessageRow::toMessage)
                .toList();
    }
}
