package io.crmkit.ticket.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.Once;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Survivors;
import io.crmkit.internal.page.Pages;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketContext;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketNumber;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.ticket.TicketService;
import io.crmkit.ticket.TicketView;
import io.crmkit.ticket.WriteMessage;
import java.util.List;
import java.util.Optional;

/** The tickets of one actor. */
public final class DefaultTicketService implements TicketService {
    private final Gate gate;
    private final Tickets tickets;
    private final Conversation conversation;
    private final Changes changes;

    /** For the actor of that gate. */
    public DefaultTicketService(Gate gate, Tickets tickets) {
        this.gate = gate;
        this.tickets = tickets;
        this.conversation = new Conversation(gate, tickets);
        this.changes = new Changes(gate, tickets);
    }

    @Override
    public Ticket open(OpenTicket command) {
        Once once = new Once("ticket.open", command.onceKey(), command);
        return gate.enter(Permission.TICKET_OPEN).with(command).write(once, new Opening(tickets, command));
    }

    @Override
    public Ticket write(WriteMessage command) {
        return conversation.write(command);
    }

    @Override
    public Ticket reply(ReplyToTicket command) {
        return conversation.reply(command);
    }

    @Override
    public InternalComment comment(CommentOnTicket command) {
        return conversation.comment(command);
    }

    @Override
    public Ticket change(ChangeTicket command) {
        return changes.change(command);
    }

    @Override
    public Ticket assign(AssignTicket command) {
        return changes.assign(command);
    }

    @Override
    public Ticket refer(ReferTicket command) {
        return changes.refer(command);
    }

    @Override
    public Ticket merge(MergeTickets command) {
        return changes.merge(command);
    }

    @Override
    public Ticket rate(RateTicket command) {
        return changes.rate(command);
    }

    @Override
    public Ticket get(TicketId id) {
        return gate.read(Permission.TICKET_READ, reading -> Tickets.get(reading, id, Permission.TICKET_READ));
    }

    @Override
    public Optional<Ticket> find(TicketNumber number) {
        return gate.read(
                Permission.TICKET_READ,
                reading -> reading.tx().tickets().find(number, reading.reach(Permission.TICKET_READ)));
    }

    @Override
    public Page<Ticket> list(TicketQuery query, PageRequest page) {
        return gate.read(Permission.TICKET_READ, page, reading -> {
            List<Ticket> found = Survivors.listed(
                    reading,
                    query.customer(),
                    customer -> reading.tx()
                            .tickets()
                            .list(criteria(query, customer, reading), Pages.slice(page, query.order())));
            return Pages.page(found, page, t -> new Position(t.createdAt(), t.id().value()));
        });
    }

    private static TicketCriteria criteria(TicketQuery query, Optional<CustomerId> customer, Reading reading) {
        return new TicketCriteria(
                reading.reach(Permission.TICKET_READ),
                customer,
                query.statuses(),
                query.team(),
                query.assignee(),
                Optional.empty(),
                query.waiting(),
                Optional.empty());
    }

    @Override
    public Page<Message> messages(TicketId id, PageRequest page) {
        return gate.read(Permission.TICKET_READ, page, reading -> {
            Ticket ticket = Tickets.get(reading, id, Permission.TICKET_READ);
            List<Message> found = reading.tx()
                    .messages()
                    .list(id, Contexts.readable(reading, ticket), Pages.slice(page, SortOrder.OLDEST_FIRST));
            return Pages.page(found, page, m -> new Position(m.at(), m.id().value()));
        });
    }

    @Override
    public List<TicketEvent> history(TicketId id) {
        return gate.read(Permission.TICKET_READ, reading -> {
            Tickets.get(reading, id, Permission.TICKET_READ);
            return reading.tx().ticketEvents().of(id);
        });
    }

    @Override
    public TicketContext context(TicketId id) {
        return gate.read(Permission.TICKET_READ, reading -> Contexts.of(reading, id));
    }

    @Override
    public TicketView view(TicketId id) {
        return gate.read(Permission.TICKET_VIEW, reading -> CustomerViews.one(reading, id));
    }

    @Override
    public Page<TicketView> views(CustomerId customer, PageRequest page) {
        return gate.read(Permission.TICKET_VIEW, page, reading -> CustomerViews.all(reading, customer, page));
    }
}
