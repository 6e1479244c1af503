package io.crmkit.examples.replay;

import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.NoteId;
import io.crmkit.report.Labels;
import io.crmkit.ticket.TicketId;
import java.util.HashMap;
import java.util.Map;

/** The names that a history uses, and the ids that the CRM gave for them. */
final class References implements Labels {
    private final Map<String, Actor> agents = new HashMap<>();
    private final Map<String, CustomerId> customers = new HashMap<>();
    private final Map<String, TicketId> tickets = new HashMap<>();
    private final Map<String, NoteId> notes = new HashMap<>();
    private final Map<String, Integer> followUps = new HashMap<>();
    private final Map<SubjectRef, String> names = new HashMap<>();

    void agent(Event event, Actor actor) {
        agents.put(event.get("id"), actor);
    }

    void customer(Event event, CustomerId id) {
        customers.put(event.get("ref"), id);
        names.put(SubjectRef.customer(id.toString()), event.get("ref"));
    }

    void ticket(String name, TicketId id) {
        tickets.put(name, id);
        names.put(SubjectRef.ticket(id.toString()), name);
    }

    /** A message made another ticket than the one it was written to: names it after that one. */
    void followUp(Event closed, TicketId id) {
        if (!names.containsKey(SubjectRef.ticket(id.toString()))) {
            String name = closed.get("ticket") + "+" + followUps.merge(closed.get("ticket"), 1, Integer::sum);
            if (tickets.containsKey(name)) {
                throw closed.bad("opens the follow-up " + name + ", a name that another ticket has already");
            }
            ticket(name, id);
        }
    }

    void note(Event event, NoteId id) {
        notes.put(event.get("note"), id);
        names.put(SubjectRef.note(id.toString()), event.get("note"));
    }

    Actor agent(Event event, String field) {
        return find(event, field, agents);
    }

    ActorId agentId(Event event, String field) {
        return agent(event, field).id();
    }

    CustomerId customer(Event event) {
        return find(event, "customer", customers);
    }

    TicketId ticket(Event event) {
        return find(event, "ticket", tickets);
    }

    NoteId note(Event event) {
        return find(event, "note", notes);
    }

    void requireNew(Event event, String field) {
        Map<String, ?> known = switch (event.kind()) {
            case AGENT -> agents;
            case CUSTOMER -> customers;
            case OPEN -> tickets;
            case NOTE -> notes;
            default -> Map.of();
        };
        if (known.containsKey(event.get(field))) {
            throw event.bad("\"" + field + "\" names " + event.get(field) + ", which is there already");
        }
    }

    private static <T> T find(Event event, String field, Map<String, T> known) {
        T found = known.get(event.get(field));
        if (found == null) {
            throw event.bad("\"" + field + "\" names " + event.get(field) + ", which is unknown");
        }
        return found;
    }

    @Override
    public String of(SubjectRef subject) {
        return names.getOrDefault(subject, subject.id());
    }
}
