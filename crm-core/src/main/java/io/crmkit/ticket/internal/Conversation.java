package io.crmkit.ticket.internal;

import io.crmkit.actor.ActorKind;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.audit.AuditAction;
import io.crmkit.error.NotFoundException;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.Once;
import io.crmkit.internal.access.Repeatable;
import io.crmkit.internal.access.Survivors;
import io.crmkit.internal.access.Writing;
import io.crmkit.spi.storage.Reach;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.MessageId;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What is said in a ticket: by the customer, to the customer, among the desk. */
record Conversation(Gate gate, Tickets tickets) {
    Ticket write(WriteMessage command) {
        Once once = new Once("ticket.write", command.onceKey(), command);
        return gate.enter(Permission.TICKET_WRITE)
                .with(command)
                .write(once, returningTicket(Permission.TICKET_WRITE, w -> CustomerSide.of(w, write(w, command))));
    }

    private Ticket write(Writing writing, WriteMessage command) {
        Ticket ticket = current(writing, Tickets.get(writing, command.ticket(), Permission.TICKET_WRITE));
        if (!isOf(writing, command.customer(), ticket)) {
            throw new NotFoundException("ticket", command.ticket().toString());
        }
        if (ticket.status() == TicketStatus.CLOSED) {
            return Opening.followUp(tickets, writing, ticket, command.text());
        }
        TicketEditor editor = TicketEditor.of(writing, ticket);
        editor.customerWrote();
        insert(writing, ticket, command.text());
        Tickets.audit(writing, AuditAction.TICKET_WRITTEN, editor);
        tickets.tell(editor);
        return tickets.save(editor);
    }

    /** Whether a ticket is this customer's, also when he was merged since. */
    private static boolean isOf(Writing writing, CustomerId customer, Ticket ticket) {
        return ticket.customer().equals(customer)
                || Survivors.of(writing.tx(), customer).equals(Optional.of(ticket.customer()));
    }

    /**
     * Where a message for a ticket goes now: a merged one goes on in its target, unless a merge of customers was undone
     * since, which gave that one to somebody else.
     */
    private static Ticket current(Writing writing, Ticket ticket) {
        Ticket current = ticket;
        Optional<Ticket> next = target(writing, current);
        while (next.isPresent()) {
            current = next.get();
            next = target(writing, current);
        }
        return current;
    }

    private static Optional<Ticket> target(Writing writing, Ticket ticket) {
        return ticket.mergedInto()
                .flatMap(id -> writing.tx().tickets().find(id, Reach.all()))
                .filter(target -> target.customer().equals(ticket.customer()));
    }

    Ticket reply(ReplyToTicket command) {
        Once once = new Once("ticket.reply", command.onceKey(), command);
        return gate.enter(Permission.TICKET_WORK)
                .with(command)
                .write(once, returningTicket(Permission.TICKET_WORK, w -> reply(w, command)));
    }

    private Ticket reply(Writing writing, ReplyToTicket command) {
        TicketEditor editor = Tickets.edit(writing, command.ticket(), command.seenVersion());
        if (writing.actor().kind() == ActorKind.AGENT) {
            editor.humanReplied();
        }
        command.status().ifPresent(wanted -> settle(editor, wanted));
        insert(writing, editor.ticket(), command.text());
        Tickets.audit(writing, AuditAction.TICKET_REPLIED, editor);
        tickets.tell(editor);
        return tickets.save(editor);
    }

    /** The state that a reply leaves: a solved ticket is reopened first. */
    private static void settle(TicketEditor editor, TicketStatus wanted) {
        TicketStatus present = editor.ticket().status();
        if (wanted == present) {
            return;
        }
        TicketStatus start = present == TicketStatus.SOLVED ? TicketStatus.OPEN : present;
        if (wanted != start && !start.next().contains(wanted)) {
            throw Tickets.notAllowed("status", "cannot follow on " + present + " by a reply");
        }
        if (present == TicketStatus.SOLVED) {
            editor.status(TicketStatus.OPEN);
        }
        if (wanted != start) {
            editor.status(wanted);
        }
    }

    InternalComment comment(CommentOnTicket command) {
        Once once = new Once("ticket.comment", command.onceKey(), command);
        return gate.enter(Permission.TICKET_WORK).with(command).write(once, new Repeatable<>() {
            @Override
            public InternalComment perform(Writing writing) {
                TicketEditor editor = Tickets.edit(writing, command.ticket(), Optional.empty());
                editor.commented();
                InternalComment comment = insertComment(tickets, writing, editor.ticket(), command.text());
                Tickets.audit(writing, AuditAction.TICKET_COMMENTED, editor);
                tickets.save(editor);
                return comment;
            }

            @Override
            public InternalComment reload(Writing writing, UUID id) {
                return (InternalComment)
                        writing.tx().messages().find(new MessageId(id)).orElseThrow();
            }

            @Override
            public UUID idOf(InternalComment result) {
                return result.id().value();
            }
        });
    }

    static InternalComment insertComment(Tickets tickets, Writing writing, Ticket ticket, String text) {
        InternalComment comment = new InternalComment(
                new MessageId(writing.newId()),
                ticket.id(),
                ticket.customer(),
                writing.actor().ref(),
                writing.now(),
                text);
        tickets.say(writing, comment);
        return comment;
    }

    private void insert(Writing writing, Ticket ticket, String text) {
        tickets.say(
                writing,
                new PublicMessage(
                        new MessageId(writing.newId()),
                        ticket.id(),
                        ticket.customer(),
                        writing.actor().ref(),
                        writing.now(),
                        text));
    }

    /** Work whose result is found again as its customer or desk sees it now. */
    static Repeatable<Ticket> returningTicket(Permission permission, Function<Writing, Ticket> work) {
        return new Repeatable<>() {
            @Override
            public Ticket perform(Writing writing) {
                return work.apply(writing);
            }

            @Override
            public Ticket reload(Writing writing, UUID id) {
                return CustomerSide.of(writing, Tickets.get(writing, new TicketId(id), permission));
            }

            @Override
            public UUID idOf(Ticket result) {
                return result.id().value();
            }
        };
    }
}
