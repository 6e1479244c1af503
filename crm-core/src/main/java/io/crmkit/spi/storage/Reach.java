package io.crmkit.spi.storage;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import java.util.Optional;
import java.util.Set;

/**
 * How far the caller may see: a record is within reach if one of the four says so. Adapters apply it in their queries,
 * never afterwards.
 *
 * @param everything all records are
 * @param teams records of these teams are
 * @param owner records of this agent are: assigned to, written by, or in the care of the agent
 * @param customer records of or about this customer are
 */
public record Reach(boolean everything, Set<TeamId> teams, Optional<ActorId> owner, Optional<CustomerId> customer) {
    /** Copies the teams. */
    public Reach {
        teams = Set.copyOf(teams);
    }

    /** All records. */
    public static Reach all() {
        return new Reach(true, Set.of(), Optional.empty(), Optional.empty());
    }

    /** No record. */
    public static Reach none() {
        return new Reach(false, Set.of(), Optional.empty(), Optional.empty());
    }

    /** Says whether a record with this team, owner and customer is within reach. */
    public boolean covers(TeamId team, Optional<ActorId> itsOwner, Optional<CustomerId> itsCustomer) {
        return everything
                || teams.contains(team)
                || (owner.isPresent() && owner.equals(itsOwner))
                || (customer.isPresent() && customer.equals(itsCustomer));
    }
}
