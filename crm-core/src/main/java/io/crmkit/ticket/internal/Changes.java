package io.crmkit.ticket.internal;

import io.crmkit.actor.Permission;
import io.crmkit.actor.TeamId;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.FieldDelta;
import io.crmkit.error.Form;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.ViolationCode;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.Once;
import io.crmkit.internal.access.Writing;
import io.crmkit.staff.AgentState;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.Category;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.Rating;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is done to a ticket without words: state, fields, assignment, referral, merge, rating. */
record Changes(Gate gate, Tickets tickets) {
    private static final Duration RATING_PERIOD = Duration.ofDays(7);

    Ticket change(ChangeTicket command) {
        return once(Permission.TICKET_WORK, "ticket.change", command, command.onceKey(), writing -> {
            TicketEditor editor = Tickets.edit(writing, command.ticket(), Optional.of(command.expectedVersion()));
            command.status().ifPresent(wanted -> status(editor, wanted));
            command.priority().ifPresent(editor::priority);
            command.category().map(Category::of).ifPresent(editor::category);
            command.tags().ifPresent(editor::tags);
            if (editor.events().isEmpty()) {
                return editor.before().orElseThrow();
            }
            boolean statusOnly = command.priority().isEmpty()
                    && command.category().isEmpty()
                    && command.tags().isEmpty();
            AuditAction action = statusOnly ? AuditAction.TICKET_STATUS_CHANGED : AuditAction.TICKET_CHANGED;
            return finish(writing, action, editor);
        });
    }

    private static void status(TicketEditor editor, TicketStatus wanted) {
        TicketStatus present = editor.ticket().status();
        if (!present.next().contains(wanted)) {
            throw Tickets.notAllowed("status", wanted + " cannot follow on " + present + ", only " + present.next());
        }
        editor.status(wanted);
    }

    Ticket assign(AssignTicket command) {
        return once(Permission.TICKET_WORK, "ticket.assign", command, command.onceKey(), writing -> {
            TicketEditor editor = Tickets.edit(writing, command.ticket(), command.seenVersion());
            TeamId team = editor.ticket().team();
            boolean suitable = writing.tx()
                    .staff()
                    .agent(command.agent())
                    .filter(a ->
                            a.state() != AgentState.DEACTIVATED && a.teams().contains(team))
                    .isPresent();
            if (!suitable) {
                throw InvalidRequestException.of(
                        "agent",
                        ViolationCode.UNKNOWN,
                        "is no active agent of team " + team + ": save it with staff().save(…) first");
            }
            editor.assign(command.agent());
            return finish(writing, AuditAction.TICKET_ASSIGNED, editor);
        });
    }

    Ticket refer(ReferTicket command) {
        return once(Permission.TICKET_WORK, "ticket.refer", command, command.onceKey(), writing -> {
            TicketEditor editor = Tickets.edit(writing, command.ticket(), Optional.empty());
            Ticket ticket = editor.ticket();
            Tickets.requireNot(ticket, TicketStatus.SOLVED);
            if (writing.tx().staff().team(command.team()).isEmpty()) {
                throw InvalidRequestException.of(
                        "team", ViolationCode.UNKNOWN, "is not known: save it with staff().save(…) first");
            }
            if (ticket.team().equals(command.team())) {
                throw Tickets.notAllowed("team", "has the ticket already");
            }
            boolean back = ticket.status() == TicketStatus.ON_HOLD
                    && referredFrom(writing, ticket).equals(Optional.of(command.team()));
            editor.refer(command.team());
            TicketStatus wanted = back ? TicketStatus.OPEN : TicketStatus.ON_HOLD;
            if (ticket.status() != wanted) {
                editor.status(wanted);
            }
            editor.commented();
            Conversation.insertComment(tickets, writing, ticket, command.question());
            return finish(writing, AuditAction.TICKET_REFERRED, editor);
        });
    }

    private static Optional<TeamId> referredFrom(Writing writing, Ticket ticket) {
        return writing.tx().ticketEvents().of(ticket.id()).stream()
                .filter(e -> e.kind() == TicketEventKind.TEAM)
                .reduce((first, second) -> second)
                .flatMap(TicketEvent::from)
                .map(TeamId::of);
    }

    Ticket merge(MergeTickets command) {
        return once(Permission.TICKET_MERGE, "ticket.merge", command, command.onceKey(), writing -> {
            Ticket source = Tickets.get(writing, command.source(), Permission.TICKET_MERGE);
            Ticket target = Tickets.get(writing, command.target(), Permission.TICKET_MERGE);
            Tickets.requireNot(source, TicketStatus.CLOSED);
            Tickets.requireNot(target, TicketStatus.CLOSED);
            if (source.id().equals(target.id()) || !source.customer().equals(target.customer())) {
                throw Tickets.notAllowed("source", "must be another ticket of the same customer");
            }
            TicketEditor ending = TicketEditor.of(writing, source);
            ending.mergeInto(target.id());
            tickets.save(ending);
            TicketEditor going = TicketEditor.of(writing, target);
            going.takeUp(source);
            writing.audit(
                    AuditAction.TICKET_MERGED,
                    target,
                    List.of(new FieldDelta("source", Optional.of(source.id().toString()), Optional.empty())));
            tickets.tell(going);
            return tickets.save(going);
        });
    }

    Ticket rate(RateTicket command) {
        return once(Permission.TICKET_RATE, "ticket.rate", command, command.onceKey(), writing -> {
            Ticket ticket = Tickets.get(writing, command.ticket(), Permission.TICKET_RATE);
            boolean open = !ticket.status().isDone()
                    || ticket.mergedInto().isPresent()
                    || ticket.clock()
                            .lastSolvedAt()
                            .filter(at -> !at.plus(RATING_PERIOD).isBefore(writing.now()))
                            .isEmpty();
            if (open) {
                throw Tickets.notAllowed("ticket", "can be rated within seven days after it was solved");
            }
            TicketEditor editor = TicketEditor.of(writing, ticket);
            editor.rate(new Rating(command.stars(), command.comment(), writing.now()));
            Tickets.audit(writing, AuditAction.TICKET_RATED, editor);
            return CustomerSide.of(writing, tickets.save(editor));
        });
    }

    private <C extends Record & Form> Ticket once(
            Permission permission, String operation, C command, Optional<String> key, Function<Writing, Ticket> work) {
        return gate.enter(permission)
                .with(command)
                .write(new Once(operation, key, command), Conversation.returningTicket(permission, work));
    }

    private Ticket finish(Writing writing, AuditAction action, TicketEditor editor) {
        Tickets.audit(writing, action, editor);
        tickets.tell(editor);
        return tickets.save(editor);
    }
}
