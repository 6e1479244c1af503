package io.crmkit.internal.access;

import io.crmkit.actor.AccessPolicy;
import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.Permission;
import io.crmkit.actor.Role;
import io.crmkit.actor.Scope;
import io.crmkit.actor.TeamId;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Reach;
import java.util.Optional;
import java.util.Set;

/**
 * What one actor may do: the sum of the roles.
 *
 * @param actor who acts
 * @param caller the name that the host gave: another one only of a customer who was merged since
 */
record Rights(Actor actor, ActorId caller, AccessPolicy policy) {
    Rights(Actor actor, AccessPolicy policy) {
        this(actor, actor.id(), policy);
    }

    /** The same within a transaction: a customer who was merged acts as the one who goes on for him. */
    Rights in(CrmTransaction tx) {
        if (actor.kind() != ActorKind.CUSTOMER) {
            return this;
        }
        return Survivors.of(tx, actor.asCustomer())
                .map(id -> new Actor(actor.kind(), new ActorId(id.toString()), actor.roles(), actor.teams()))
                .map(survivor -> new Rights(survivor, caller, policy))
                .orElse(this);
    }

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
