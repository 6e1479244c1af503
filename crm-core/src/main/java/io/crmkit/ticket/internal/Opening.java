package io.crmkit.ticket.internal;

import io.crmkit.actor.ActorKind;
import io.crmkit.actor.Permission;
import io.crmkit.actor.TeamId;
import io.crmkit.audit.AuditAction;
import io.crmkit.customer.Customer;
import io.crmkit.error.NotFoundException;
import io.crmkit.internal.access.Repeatable;
import io.crmkit.internal.access.Survivors;
import io.crmkit.internal.access.Writing;
import io.crmkit.spi.storage.Reach;
import io.crmkit.ticket.Category;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketClock;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Opens tickets: on request, and as follow-ups of closed ones. */
record Opening(Tickets tickets, OpenTicket command) implements Repeatable<Ticket> {
    @Override
    public Ticket perform(Writing writing) {
        Customer customer = Survivors.hold(writing, command.customer(), writing.reach(Permission.TICKET_OPEN))
                .orElseThrow(() ->
                        new NotFoundException("customer", command.customer().toString()));
        return CustomerSide.of(writing, open(writing, customer, Optional.empty(), AuditAction.TICKET_OPENED));
    }

    @Override
    public Ticket reload(Writing writing, UUID id) {
        return CustomerSide.of(writing, Tickets.get(writing, new TicketId(id), Permission.TICKET_OPEN));
    }

    @Override
    public UUID idOf(Ticket result) {
        return result.id().value();
    }

    /** Opens the follow-up of a closed ticket with the customer's message. */
    static Ticket followUp(Tickets tickets, Writing writing, Ticket closed, String text) {
        Customer customer =
                Survivors.hold(writing, closed.customer(), Reach.all()).orElseThrow();
        OpenTicket command = new OpenTicket(
                closed.customer(),
                closed.channel(),
                closed.subject(),
                text,
                closed.category().path(),
                closed.subjects(),
                Optional.empty());
        return new Opening(tickets, command)
                .open(writing, customer, Optional.of(closed.id()), AuditAction.TICKET_WRITTEN);
    }

    private Ticket open(Writing writing, Customer customer, Optional<TicketId> followUpOf, AuditAction action) {
        boolean byCustomer = writing.actor().kind() != ActorKind.AGENT;
        TicketEditor editor = TicketEditor.begin(writing, draft(writing, customer, followUpOf));
        if (byCustomer) {
            editor.customerWrote();
        }
        Tickets.audit(writing, action, editor);
        tickets.say(
                writing,
                new PublicMessage(
                        new MessageId(writing.newId()),
                        editor.ticket().id(),
                        customer.id(),
                        writing.actor().ref(),
                        writing.now(),
                        command.body()));
        tickets.tell(editor);
        return tickets.save(editor);
    }

    private Ticket draft(Writing writing, Customer customer, Optional<TicketId> followUpOf) {
        return new Ticket(
                new TicketId(writing.newId()),
                0,
                writing.tx().tickets().nextNumber(),
                customer.id(),
                command.subject(),
                command.channel(),
                Category.of(command.category()),
                customer.language(),
                TicketStatus.NEW,
                Priority.NORMAL,
                Set.of(),
                TeamId.SUPPORT,
                Optional.empty(),
                command.subjects(),
                TicketClock.startingAt(writing.now(), false),
                0,
                0,
                0,
                followUpOf,
                Optional.empty(),
                Optional.empty(),
                writing.actor().ref());
    }
}
