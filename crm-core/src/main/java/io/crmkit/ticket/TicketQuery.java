package io.crmkit.ticket;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.page.SortOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for tickets.
 *
 * @param customer only of this customer
 * @param statuses only in one of these states; empty means any
 * @param team only of this team
 * @param assignee only of this agent
 * @param waiting only those whose customer waits for an answer
 * @param order by the time of opening, from which end
 */
public record TicketQuery(
        Optional<CustomerId> customer,
        Set<TicketStatus> statuses,
        Optional<TeamId> team,
        Optional<ActorId> assignee,
        boolean waiting,
        SortOrder order) {
    /** Copies the states. */
    public TicketQuery {
        statuses = Set.copyOf(statuses);
    }

    /** All tickets, latest first. */
    public static TicketQuery all() {
        return new TicketQuery(
                Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), false, SortOrder.NEWEST_FIRST);
    }

    /** Only of this customer. */
    public TicketQuery of(CustomerId only) {
        return new TicketQuery(Optional.of(only), statuses, team, assignee, waiting, order);
    }

    /** Only in one of these states. */
    public TicketQuery in(TicketStatus... only) {
        return new TicketQuery(customer, Set.copyOf(List.of(only)), team, assignee, waiting, order);
    }

    /** Only of this team. */
    public TicketQuery team(TeamId only) {
        return new TicketQuery(customer, statuses, Optional.of(only), assignee, waiting, order);
    }

    /** Only of this agent. */
    public TicketQuery assignedTo(ActorId only) {
        return new TicketQuery(customer, statuses, team, Optional.of(only), waiting, order);
    }

    /** Only those whose customer waits for an answer. */
    public TicketQuery onlyWaiting() {
        return new TicketQuery(customer, statuses, team, assignee, true, order);
    }

    /** Earliest first. */
    public TicketQuery oldestFirst() {
        return new TicketQuery(customer, statuses, team, assignee, waiting, SortOrder.OLDEST_FIRST);
    }
}
