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
import io.crmkit.examples.SimulatedClock;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.NoteId;
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
    private final List<String> refusals = new ArrayList<>();

    Replay(Crm crm, SimulatedClock clock, References references) {
        this.crm = crm;
        this.clock = clock;
        this.references = references;
        this.host = crm.as(Actor.host("exchange"));
    }

    /** Lines of the file {@code refusals}: the input's line and the error's code. */
    List<String> refusals() {
        return refusals;
    }

    /** Lets pass what is due before the event, then does it. */
    void apply(Event event) {
        runDueUntil(event.at());
        clock.set(event.at());
        switch (event.kind()) {
            case AGENT, CUSTOMER, OPEN, NOTE -> create(event);
            case END -> {}
            default -> change(event);
        }
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
            switch (event.kind()) {
                case AGENT -> agent(event);
                case CUSTOMER -> customer(event);
                case OPEN -> open(event);
                default -> note(event);
            }
        } catch (CrmException e) {
            throw event.bad("is refused: " + e.getMessage());
        }
    }

    private void agent(Event event) {
        references.requireNew(event, "id");
        Role role = choice(event, "role", Role.class);
        TeamId team = new TeamId(event.get("team"));
        Actor actor = Actor.agent(event.get("id"), role).in(team);
        references.agent(event, actor);
        host.staff().save(new Agent(actor.id(), event.get("name"), Set.of(team), Set.of(), AgentState.ACTIVE));
        Optional<ActorId> lead = host.staff().teams().stream()
                .filter(known -> known.id().equals(team))
                .findFirst()
                .flatMap(Team::lead);
        if (role == Role.SUPPORT_SUPERVISOR && lead.isEmpty()) {
            host.staff().save(new Team(team, Optional.of(actor.id())));
        }
    }

    private void customer(Event event) {
        references.requireNew(event, "ref");
        RegisterCustomer command = RegisterCustomer.named(event.get("given"), event.get("family"))
                .username(event.get("username"))
                .language(event.get("language"));
        if (event.find("phone").isPresent()) {
            command = command.phone(event.get("phone"));
        }
        if (event.find("email").isPresent()) {
            command = command.email(event.get("email"));
        }
        references.customer(event, host.customers().register(command).id());
    }

    private void open(Event event) {
        references.requireNew(event, "ticket");
        CustomerId customer = references.customer(event);
        OpenTicket command = OpenTicket.of(
                        customer,
                        choice(event, "channel", Channel.class),
                        oneLine(event.get("subject")),
                        event.get("body"))
                .category(event.get("category"));
        references.ticket(
                event.get("ticket"),
                crm.as(Actor.customer(customer)).tickets().open(command).id());
    }

    /** A subject is one line; what some mail programs fold is unfolded. */
    private static String oneLine(String subject) {
        return subject.replaceAll("\\s*[\\r\\n\\t]\\s*", " ");
    }

    private void note(Event event) {
        references.requireNew(event, "note");
        AddNote command = AddNote.about(references.customer(event), event.get("body"));
        if (event.find("order").isPresent()) {
            command = command.on(SubjectRef.order(event.get("order")));
        }
        references.note(event, by(event).notes().add(command).id());
    }

    private void change(Event event) {
        try {
            switch (event.kind()) {
                case MESSAGE -> message(event);
                case ASSIGN ->
                    by(event)
                            .tickets()
                            .assign(new AssignTicket(
                                    references.ticket(event), references.agentId(event, "to"), Optional.empty()));
                case REPLY -> reply(event);
                case COMMENT ->
                    by(event).tickets().comment(CommentOnTicket.on(references.ticket(event), event.get("body")));
                case STATUS -> status(event);
                case EDIT_NOTE -> editNote(event);
                default -> by(event).notes().delete(DeleteNote.own(references.note(event)));
            }
        } catch (CrmException e) {
            refusals.add(event.line() + "," + e.code());
        }
    }

    private void message(Event event) {
        CustomerId customer = references.customer(event);
        TicketId ticket = references.ticket(event);
        Ticket now =
                crm.as(Actor.customer(customer)).tickets().write(WriteMessage.of(ticket, customer, event.get("body")));
        references.followUp(event, now.id());
    }

    private void reply(Event event) {
        ReplyToTicket command = ReplyToTicket.to(references.ticket(event), event.get("body"));
        if (event.find("status").isPresent()) {
            command = command.then(choice(event, "status", TicketStatus.class));
        }
        by(event).tickets().reply(command);
    }

    private void status(Event event) {
        CrmSession agent = by(event);
        Ticket seen = agent.tickets().get(references.ticket(event));
        agent.tickets().change(ChangeTicket.of(seen).status(choice(event, "status", TicketStatus.class)));
    }

    /** Editing needs the version that was seen; whoever cannot see the note learns so from the edit itself. */
    private void editNote(Event event) {
        CrmSession agent = by(event);
        NoteId note = references.note(event);
        agent.notes().edit(EditNote.of(agent.notes().get(note), event.get("body")));
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
