package io.crmkit.actor;

import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import java.util.List;
import java.util.Set;

/**
 * Who calls, as the host vouches for: the CRM has no log-in of its own. Immutable; make one per request, since it holds
 * the roles and teams of that moment.
 *
 * @param kind what kind of somebody
 * @param id the name
 * @param roles all roles; their permissions add up
 * @param teams the teams; the first is the one whose records this actor makes
 */
public record Actor(ActorKind kind, ActorId id, Set<Role> roles, List<TeamId> teams) {
    /** Copies roles and teams. */
    public Actor {
        roles = Set.copyOf(roles);
        teams = List.copyOf(teams);
    }

    /**
     * An agent of team {@link TeamId#SUPPORT}; {@link #in} names other teams.
     *
     * @throws io.crmkit.error.InvalidRequestException if the id has another form than {@link ActorId} or holds a colon
     */
    public static Actor agent(String id, Role... roles) {
        Checks.that("")
                .require(!id.contains(":"), "agent", ViolationCode.MALFORMED, "must not hold a colon")
                .require(roles.length > 0, "roles", ViolationCode.REQUIRED, "needs at least one role")
                .done();
        return new Actor(ActorKind.AGENT, new ActorId(id), Set.of(roles), List.of(TeamId.SUPPORT));
    }

    /** The customer himself, for his own records. */
    public static Actor customer(CustomerId id) {
        return new Actor(ActorKind.CUSTOMER, new ActorId(id.toString()), Set.of(Role.CUSTOMER), List.of());
    }

    /** The embedding application, or a part of it. */
    public static Actor host(String id) {
        return new Actor(ActorKind.HOST, new ActorId(id), Set.of(Role.HOST), List.of());
    }

    /** Automation under a name of its own, such as {@code rule:night-shift}. */
    public static Actor system(String name) {
        return new Actor(ActorKind.SYSTEM, new ActorId(name), Set.of(Role.SYSTEM), List.of());
    }

    /** The same agent in these teams instead. */
    public Actor in(TeamId... others) {
        return new Actor(kind, id, roles, List.of(others));
    }

    /**
     * The customer's id.
     *
     * @throws IllegalStateException if this is no customer
     */
    public CustomerId asCustomer() {
        if (kind != ActorKind.CUSTOMER) {
            throw new IllegalStateException(id + " is no customer but " + kind);
        }
        return CustomerId.parse(id.value());
    }

    /** The team whose records this actor makes: the first, or {@link TeamId#SUPPORT} for actors without one. */
    public TeamId homeTeam() {
        return teams.isEmpty() ? TeamId.SUPPORT : teams.get(0);
    }

    /** What is kept with records. */
    public ActorRef ref() {
        return new ActorRef(kind, id);
    }
}
