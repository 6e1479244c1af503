package io.crmkit.examples.replay;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.CrmException;
import io.crmkit.error.StorageException;
import io.crmkit.examples.SimulatedClock;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.NoteId;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.staff.Agent;
import io.crmkit.staff.AgentState;
import io.crmkit.staff.Team;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does what each event says, as the one who does it, and keeps what was refused. */
final class Replay {
    private final Crm crm;
    private final SimulatedClock clock;
    private final CrmSession host;
    private final References references;
    private final Journal journal;
    private final List<String> refusals = new ArrayList<>();

    Replay(Crm crm, SimulatedClock clock, References references, Journal journal) {
        this.crm = crm;
        this.journal = journal;
        this.clock = clock;
        this.references = references;
        this.host = crm.as(Actor.host("exchange"));
    }

    /** Lines of the file {@code refusals}: the input's line and the error's code. */
    List<String> refusals() {
        return refusals;
    }

    /** Lets pass what is due before the event, then does it, if an earlier run has not. */
    void apply(Event event) {
        Optional<String> refusal = journal.refusal(event);
        Optional<String> result = journal.result(event);
        if (refusal.isPresent()) {
            clock.set(event.at());
            refusals.add(event.line() + "," + refusal.get());
        } else if (result.isPresent()) {
            clock.set(event.at());
            remember(event, result.get());
        } else {
            runDueUntil(event.at());
            clock.set(event.at());
            perform(event);
        }
    }

    private void perform(Event event) {
        switch (event.kind()) {
            case AGENT, CUSTOMER, OPEN, NOTE -> create(event);
            case END -> {
                // The clock has run to it; what comes then is the reports.
            }
            default -> change(event);
        }
    }

    /** Takes up what the event made in an earlier run. */
    private void remember(Event event, String id) {
        switch (event.kind()) {
            case AGENT -> references.agent(event, actor(event));
            case CUSTOMER -> references.customer(event, CustomerId.parse(id));
            case OPEN -> references.ticket(event.get("ticket"), TicketId.parse(id));
            case NOTE -> references.note(event, NoteId.parse(id));
            case MESSAGE -> references.followUp(event, TicketId.parse(id));
            default -> {
                // Nothing that later events name.
            }
        }
    }

    /** The key of a command: the same line of the same input is the same command. */
    private static String key(Event event) {
        return "line-" + event.line();
    }

    /** The host calls once a minute; minutes in which nothing is due are stepped over. */
    private void runDueUntil(Instant limit) {
        Optional<Instant> due = crm.nextDueAt();
        while (due.isPresent() && !wholeMinute(due.get()).isAfter(limit)) {
            clock.set(wholeMinute(due.get()));
            crm.runDue();
            due = crm.nextDueAt();
        }
    }

    private static Instant wholeMinute(Instant instant) {
        Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(instant) ? minute : minute.plus(1, ChronoUnit.MINUTES);
    }

    /** What a history brings into the world must be good: nothing of it can be refused. */
    private void create(Event event) {
        try {
            journal.done(
                    event,
                    switch (event.kind()) {
                        case AGENT -> agent(event);
                        case CUSTOMER -> customer(event);
                        case OPEN -> open(event);
                        default -> note(event);
                    });
        } catch (CrmException e) {
            throw event.bad("is refused: " + e.getMessage());
        }
    }

    private String agent(Event event) {
        references.requireNew(event, "id");
        Role role = choice(event, "role", Role.class);
        Actor actor = actor(event);
        TeamId team = new TeamId(event.get("team"));
        host.staff().save(new Agent(actor.id(), event.get("name"), Set.of(team), Set.of(), AgentState.ACTIVE));
        Optional<ActorId> lead = host.staff().teams().stream()
                .filter(known -> known.id().equals(team))
                .findFirst()
                .flatMap(Team::lead);
        if (role == Role.SUPPORT_SUPERVISOR && lead.isEmpty()) {
            host.staff().save(new Team(team, Optional.of(actor.id())));
        }
        references.agent(event, actor);
        return actor.id().value();
    }

    private static Actor actor(Event event) {
        return Actor.agent(event.get("id"), choice(event, "role", Role.class)).in(new TeamId(event.get("team")));
    }

    private String customer(Event event) {
        references.requireNew(event, "ref");
        RegisterCustomer command = RegisterCustomer.named(event.get("given"), event.get("family"))
                .username(event.get("username"))
                .language(event.get("language"))
                .once(key(event));
        if (event.find("phone").isPresent()) {
            command = command.phone(event.get("phone"));
        }
        if (event.find("email").isPresent()) {
            command = command.email(event.get("email"));
        }
        CustomerId id = host.customers().register(command).id();
        references.customer(event, id);
        return id.toString();
    }

    private String open(Event event) {
        references.requireNew(event, "ticket");
        CustomerId customer = references.customer(event);
        OpenTicket command = OpenTicket.of(
                        customer,
                        choice(event, "channel", Channel.class),
                        oneLine(event.get("subject")),
                        event.get("body"))
                .category(event.get("category"))
                .once(key(event));
        TicketId id = crm.as(Actor.customer(customer)).tickets().open(command).id();
        references.ticket(event.get("ticket"), id);
        return id.toString();
    }

    /** A subject is one line; what some mail programs fold is unfolded. */
    private static String oneLine(String subject) {
        return subject.replaceAll("\\s*[\\r\\n\\t]\\s*", " ");
    }

    private String note(Event event) {
        references.requireNew(event, "note");
        AddNote command =
                AddNote.about(references.customer(event), event.get("body")).once(key(event));
        if (event.find("order").isPresent()) {
            command = command.on(SubjectRef.order(event.get("order")));
        }
        NoteId id = by(event).notes().add(command).id();
        references.note(event, id);
        return id.toString();
    }

    private void change(Event event) {
        try {
            journal.done(
                    event,
                    switch (event.kind()) {
                        case MESSAGE -> message(event);
                        case ASSIGN -> assign(event);
                        case REPLY -> reply(event);
                        case COMMENT -> comment(event);
                        case STATUS -> status(event);
                        case EDIT_NOTE -> editNote(event);
                        default -> deleteNote(event);
                    });
        } catch (CrmException e) {
            if (e instanceof StorageException) {
                throw e;
            }
            journal.refused(event, e.code().name());
            refusals.add(event.line() + "," + e.code());
        }
    }

    private String message(Event event) {
        CustomerId customer = references.customer(event);
        WriteMessage command = WriteMessage.of(references.ticket(event), customer, event.get("body"))
                .once(key(event));
        TicketId now = crm.as(Actor.customer(customer)).tickets().write(command).id();
        references.followUp(event, now);
        return now.toString();
    }

    private String assign(Event event) {
        String to = references.agentId(event, "to").value();
        return by(event)
                .tickets()
                .assign(AssignTicket.to(references.ticket(event), to).once(key(event)))
                .id()
                .toString();
    }

    private String reply(Event event) {
        ReplyToTicket command =
                ReplyToTicket.to(references.ticket(event), event.get("body")).once(key(event));
        if (event.find("status").isPresent()) {
            command = command.then(choice(event, "status", TicketStatus.class));
        }
        return by(event).tickets().reply(command).id().toString();
    }

    private String comment(Event event) {
        CommentOnTicket command =
                CommentOnTicket.on(references.ticket(event), event.get("body")).once(key(event));
        return by(event).tickets().comment(command).id().toString();
    }

    /** What was seen is a part of the command, so that what was done before is asked for, not done, under its key. */
    private String status(Event event) {
        CrmSession agent = by(event);
        TicketId ticket = references.ticket(event);
        if (isDone(event)) {
            return ticket.toString();
        }
        Ticket seen = agent.tickets().get(ticket);
        ChangeTicket command = ChangeTicket.of(seen)
                .status(choice(event, "status", TicketStatus.class))
                .once(key(event));
        return agent.tickets().change(command).id().toString();
    }

    /** Editing needs the version that was seen; whoever cannot see the note learns so from the edit itself. */
    private String editNote(Event event) {
        CrmSession agent = by(event);
        NoteId note = references.note(event);
        if (isDone(event)) {
            return note.toString();
        }
        EditNote command =
                EditNote.of(agent.notes().get(note), event.get("body")).once(key(event));
        return agent.notes().edit(command).id().toString();
    }

    private String deleteNote(Event event) {
        NoteId note = references.note(event);
        by(event).notes().delete(DeleteNote.own(note).once(key(event)));
        return note.toString();
    }

    /** Whether an earlier run did this and was ended before it wrote so down: no two events share an instant. */
    private boolean isDone(Event event) {
        if (!journal.isContinued()) {
            return false;
        }
        TimeRange now = new TimeRange(event.at(), event.at().plusNanos(1_000));
        ActivityQuery query = ActivityQuery.all().during(now).by(references.agentId(event, "by"));
        return !crm.as(Actor.agent("replay", Role.ADMIN))
                .reports()
                .activity(query, PageRequest.first(1))
                .items()
                .isEmpty();
    }

    private CrmSession by(Event event) {
        return crm.as(references.agent(event, "by"));
    }

    private static <E extends Enum<E>> E choice(Event event, String field, Class<E> type) {
        try {
            return Enum.valueOf(type, event.get(field));
        } catch (IllegalArgumentException e) {
            throw event.bad("\"" + field + "\" is none of " + Arrays.toString(type.getEnumConstants()));
        }
    }
}
