package io.crmkit.spi.storage;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.time.TimeRange;
import java.util.Optional;
import java.util.Set;

/**
 * Which tickets are wanted: those that all of these hold for.
 *
 * @param reach within reach, by team, assignee and customer
 * @param customer of this customer
 * @param statuses in one of these states; empty means any
 * @param team of this team
 * @param assignee of this agent
 * @param categoryRoot whose category has this first word
 * @param waiting whether only those with {@code waitingSince} are wanted
 * @param opened opened within this time
 */
public record TicketCriteria(
        Reach reach,
        Optional<CustomerId> customer,
        Set<TicketStatus> statuses,
        Optional<TeamId> team,
        Optional<ActorId> assignee,
        Optional<String> categoryRoot,
        boolean waiting,
        Optional<TimeRange> opened) {
    /** Copies the states. */
    public TicketCriteria {
        statuses = Set.copyOf(statuses);
    }

    /** All tickets within reach. */
    public static TicketCriteria within(Reach reach) {
        return new TicketCriteria(
                reach,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** Of this customer. */
    public TicketCriteria of(CustomerId only) {
        return new TicketCriteria(reach, Optional.of(only), statuses, team, assignee, categoryRoot, waiting, opened);
    }

    /** In one of these states. */
    public TicketCriteria in(Set<TicketStatus> only) {
        return new TicketCriteria(reach, customer, only, team, assignee, categoryRoot, waiting, opened);
    }

    /** Of this agent. */
    public TicketCriteria assignedTo(ActorId only) {
        return new TicketCriteria(reach, customer, statuses, team, Optional.of(only), categoryRoot, waiting, opened);
    }

    /** Whose category has this first word. */
    public TicketCriteria root(String only) {
        return new TicketCriteria(reach, customer, statuses, team, assignee, Optional.of(only), waiting, opened);
    }

    /** Opened within this time. */
    public TicketCriteria opened(TimeRange only) {
        return new TicketCriteria(reach, customer, statuses, team, assignee, categoryRoot, waiting, Optional.of(only));
    }
}
