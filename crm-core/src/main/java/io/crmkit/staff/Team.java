package io.crmkit.staff;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import java.util.Optional;

/**
 * A team.
 *
 * @param id the id
 * @param lead who is told when something is left lying
 */
public record Team(TeamId id, Optional<ActorId> lead) {
    /** A team led by that agent. */
    public static Team ledBy(TeamId id, String lead) {
        return new Team(id, Optional.of(new ActorId(lead)));
    }
}
