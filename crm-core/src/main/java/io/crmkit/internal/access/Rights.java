package io.crmkit.internal.access;

import io.crmkit.actor.AccessPolicy;
import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.Permission;
import io.crmkit.actor.Role;
import io.crmkit.actor.Scope;
import io.crmkit.actor.TeamId;
import io.crmkit.spi.storage.Reach;
import java.util.Optional;
import java.util.Set;

/** What one actor may do: the sum of the roles. */
record Rights(Actor actor, AccessPolicy policy) {
    Scope scope(Permission permission) {
        Scope widest = Scope.NONE;
        for (Role role : actor.roles()) {
            widest = widest.or(policy.scope(role, permission));
        }
        return widest;
    }

    Reach reach(Permission permission) {
        return switch (scope(permission)) {
            case NONE -> Reach.none();
            case ALL -> Reach.all();
            case OWN -> own(Set.of());
            case TEAM -> own(Set.copyOf(actor.teams()));
        };
    }

    private Reach own(Set<TeamId> teams) {
        return actor.kind() == ActorKind.CUSTOMER
                ? new Reach(false, Set.of(), Optional.empty(), Optional.of(actor.asCustomer()))
                : new Reach(false, teams, Optional.of(actor.id()), Optional.empty());
    }
}
