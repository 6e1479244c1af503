package io.crmkit.staff;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.error.InvalidRequestException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Agents, teams and shifts. The host keeps its users elsewhere and tells the CRM whom it may route to. Thread-safe.
 * Denies before it looks at anything.
 */
public interface StaffDirectory {
    /** Adds an agent or replaces what is known of it. Needs {@code STAFF_MANAGE}. */
    Agent save(Agent agent);

    /**
     * Adds a team or replaces its lead. Needs {@code STAFF_MANAGE}.
     *
     * @throws InvalidRequestException if the lead is unknown
     */
    Team save(Team team);

    /**
     * Adds a shift or replaces the one of that name. Needs {@code SHIFT_MANAGE}.
     *
     * @throws InvalidRequestException if a member is no agent of the team
     */
    Shift save(Shift shift);

    /** Removes a shift; one that is not there is fine. Needs {@code SHIFT_MANAGE}. */
    void removeShift(TeamId team, String name);

    /** Finds an agent. Needs {@code STAFF_READ}. */
    Optional<Agent> agent(ActorId id);

    /** Returns the agents of a team by id. Needs {@code STAFF_READ}. */
    List<Agent> agents(TeamId team);

    /** Returns all teams by id. Needs {@code STAFF_READ}. */
    List<Team> teams();

    /** Returns the shifts of a team by name. Needs {@code STAFF_READ}. */
    List<Shift> shifts(TeamId team);

    /** Returns the active agents of a team whose shift covers an instant, by id. Needs {@code STAFF_READ}. */
    List<Agent> onDuty(TeamId team, Instant at);
}
