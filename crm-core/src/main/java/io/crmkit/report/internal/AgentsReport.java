package io.crmkit.report.internal;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.report.ReportDefinition;
import io.crmkit.report.ReportId;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Sums up what each agent did. */
final class AgentsReport implements Report {
    @Override
    public ReportDefinition definition() {
        return new ReportDefinition(
                ReportId.AGENTS,
                1,
                "Within the period, for each agent with any figure above zero, by id: assigned = times a ticket was"
                        + " given to the agent; human_replies = answers; first_replies = answers that were the first by"
                        + " a person on their ticket; solved = changes to SOLVED while the ticket was the agent's;"
                        + " response_mean_s = mean, rounded half up, of the times from the oldest unanswered message"
                        + " of the customer to the agent's answer, in whole seconds, empty without any; notes_written ="
                        + " notes, those deleted since too. Sample: assignments, answers, solutions and notes counted.",
                List.of(
                        "agent",
                        "assigned",
                        "human_replies",
                        "first_replies",
                        "solved",
                        "response_mean_s",
                        "notes_written"));
    }

    @Override
    public Set<ReportFilter> filters() {
        return Set.of(ReportFilter.AGENT);
    }

    @Override
    public Figures compute(ReportInput input) {
        Sums sums = new Sums(input.request().agent());
        Assignees assignees = new Assignees(input.tx().ticketEvents());
        input.eachEvents(events -> events.forEach(event -> {
            assignees.follow(event);
            if (event.kind() == TicketEventKind.ASSIGNED) {
                sums.of(event.to().map(ActorId::new), agent -> agent.assigned++);
            } else if (event.kind() == TicketEventKind.HUMAN_REPLY) {
                sums.of(agentOf(event.by()), agent -> agent.reply(event));
            } else if (Events.isChangeTo(event, TicketStatus.SOLVED)) {
                sums.of(assignees.at(event), agent -> agent.solved++);
            }
        }));
        input.eachWritten(note -> sums.of(agentOf(note.author()), agent -> agent.notes++));
        return sums.figures();
    }

    private static Optional<ActorId> agentOf(ActorRef actor) {
        return actor.kind() == ActorKind.AGENT ? Optional.of(actor.id()) : Optional.empty();
    }

    /** The sums of all agents, or of the only one that is wanted. */
    private record Sums(Optional<ActorId> only, Map<ActorId, Sum> byAgent) {
        Sums(Optional<ActorId> only) {
            this(only, new TreeMap<>());
        }

        void of(Optional<ActorId> agent, Consumer<Sum> change) {
            agent.filter(id -> only.isEmpty() || only.get().equals(id))
                    .ifPresent(id -> change.accept(byAgent.computeIfAbsent(id, key -> new Sum())));
        }

        Figures figures() {
            List<List<String>> rows = new ArrayList<>();
            byAgent.forEach((agent, sum) -> rows.add(sum.row(agent)));
            return new Figures(byAgent.values().stream().mapToLong(Sum::size).sum(), rows);
        }
    }

    /** One agent's sums. */
    private static final class Sum {
        private long assigned;
        private long replies;
        private long firstReplies;
        private long solved;
        private long notes;
        private final Samples responses = new Samples();

        void reply(TicketEvent reply) {
            replies++;
            if (Events.isFirstReply(reply)) {
                firstReplies++;
            }
            Events.waitingSince(reply).ifPresent(since -> responses.add(since, reply.at()));
        }

        long size() {
            return assigned + replies + solved + notes;
        }

        List<String> row(ActorId agent) {
            return List.of(
                    agent.value(),
                    Long.toString(assigned),
                    Long.toString(replies),
                    Long.toString(firstReplies),
                    Long.toString(solved),
                    responses.mean(),
                    Long.toString(notes));
        }
    }
}
