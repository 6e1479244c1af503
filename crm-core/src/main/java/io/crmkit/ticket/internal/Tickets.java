package io.crmkit.ticket.internal;

import io.crmkit.actor.Permission;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.FieldDelta;
import io.crmkit.automation.RuleEvent;
import io.crmkit.error.ConflictException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.ViolationCode;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Writing;
import io.crmkit.internal.reference.ReferenceIndex;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finding and storing tickets: what all commands share. */
public final class Tickets {
    private static final Set<TicketEventKind> FIELDS = EnumSet.of(
            TicketEventKind.STATUS,
            TicketEventKind.PRIORITY,
            TicketEventKind.CATEGORY,
            TicketEventKind.TAGS,
            TicketEventKind.ASSIGNED,
            TicketEventKind.TEAM);

    private final TicketHooks hooks;
    private final ReferenceIndex index;

    /** With what the rules want to know, and what lists texts by what they name. */
    public Tickets(TicketHooks hooks, ReferenceIndex index) {
        this.hooks = hooks;
        this.index = index;
    }

    static Ticket get(Reading reading, TicketId id, Permission permission) {
        return reading.tx()
                .tickets()
                .find(id, reading.reach(permission))
                .orElseThrow(() -> new NotFoundException("ticket", id.toString()));
    }

    /** A ticket that the desk may still work on. */
    static TicketEditor edit(Writing writing, TicketId id, Optional<Long> seenVersion) {
        Ticket ticket = get(writing, id, Permission.TICKET_WORK);
        if (seenVersion.isPresent() && seenVersion.get() != ticket.version()) {
            throw new ConflictException("ticket " + id, seenVersion.get(), ticket.version());
        }
        requireNot(ticket, TicketStatus.CLOSED);
        return TicketEditor.of(writing, ticket);
    }

    static void requireNot(Ticket ticket, TicketStatus status) {
        if (ticket.status() == status) {
            throw notAllowed("ticket", "is " + status + ": " + ticket.id());
        }
    }

    static InvalidRequestException notAllowed(String field, String message) {
        return InvalidRequestException.of(field, ViolationCode.NOT_ALLOWED, message);
    }

    /** Lets the rules look at what happened in this command; they may change the ticket further. */
    void tell(TicketEditor editor) {
        for (TicketEvent event : List.copyOf(editor.events())) {
            ruleEvent(event, editor.before().isEmpty()).ifPresent(what -> hooks.happened(what, editor));
        }
    }

    /** Stores the ticket with its new events. */
    public Ticket save(TicketEditor editor) {
        Ticket ticket = editor.ticket();
        Writing writing = editor.writing();
        if (editor.before().isEmpty()) {
            writing.tx().tickets().insert(ticket);
            index.add(writing.tx(), ticket);
        } else {
            writing.tx().tickets().update(ticket);
        }
        writing.tx().ticketEvents().append(editor.events());
        hooks.stored(writing, editor.before(), ticket);
        return ticket;
    }

    /** Stores what was written into a ticket. */
    void say(Writing writing, Message message) {
        writing.tx().messages().insert(message);
        index.add(writing.tx(), message);
    }

    /** Notes what was done, with the fields that the command itself changed: what rules change has entries of its own. */
    static void audit(Writing writing, AuditAction action, TicketEditor editor) {
        List<FieldDelta> changes = editor.events().stream()
                .filter(e -> FIELDS.contains(e.kind())
                        && e.by().equals(writing.actor().ref()))
                .map(e -> new FieldDelta(e.kind().name().toLowerCase(Locale.ROOT), e.from(), e.to()))
                .toList();
        writing.audit(action, editor.before().orElseGet(editor::ticket), changes);
    }

    private static Optional<RuleEvent> ruleEvent(TicketEvent event, boolean opening) {
        return switch (event.kind()) {
            case OPENED -> Optional.of(RuleEvent.TICKET_OPENED);
            case CUSTOMER_MESSAGE -> opening ? Optional.empty() : Optional.of(RuleEvent.CUSTOMER_WROTE);
            case HUMAN_REPLY -> Optional.of(RuleEvent.AGENT_REPLIED);
            case TEAM -> Optional.of(RuleEvent.TICKET_REFERRED);
            case STATUS -> statusEvent(event);
            default -> Optional.empty();
        };
    }

    private static Optional<RuleEvent> statusEvent(TicketEvent event) {
        if (event.to().equals(Optional.of(TicketStatus.SOLVED.name()))) {
            return Optional.of(RuleEvent.TICKET_SOLVED);
        }
        return event.from().equals(Optional.of(TicketStatus.SOLVED.name()))
                        && event.to().equals(Optional.of(TicketStatus.OPEN.name()))
                ? Optional.of(RuleEvent.TICKET_REOPENED)
                : Optional.empty();
    }
}
