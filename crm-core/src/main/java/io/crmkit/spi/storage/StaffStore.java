package io.crmkit.spi.storage;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Shift;
import io.crmkit.staff.Team;
import java.util.List;
import java.util.Optional;

/** Agents, teams and shifts: small sets, saved as a whole; the last one to save wins. */
public interface StaffStore {
    /** Adds or replaces an agent. */
    void save(Agent agent);

    /** Adds or replaces a team. */
    void save(Team team);

    /** Adds a shift or replaces the one with its team and name. */
    void save(Shift shift);

    /** Removes a shift; one that is not there is fine. */
    void removeShift(TeamId team, String name);

    /** Finds an agent. */
    Optional<Agent> agent(ActorId id);

    /** Finds a team. */
    Optional<Team> team(TeamId id);

    /** Returns the agents of a team by id. */
    List<Agent> agents(TeamId team);

    /** Returns all teams by id. */
    List<Team> teams();

    /** Returns the shifts of a team by name. */
    List<Shift> shifts(TeamId team);
}
