package io.crmkit.internal.access;

import io.crmkit.actor.Actor;
import io.crmkit.actor.Permission;
import io.crmkit.actor.Scope;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Reach;
import java.time.Instant;

/** One transaction as one actor may read in it. Lives as long as the transaction. */
public class Reading {
    private final CrmTransaction tx;
    private final Rights rights;
    private final Instant now;

    Reading(CrmTransaction tx, Rights rights, Instant now) {
        this.tx = tx;
        this.rights = rights;
        this.now = now;
    }

    /** The stores. */
    public CrmTransaction tx() {
        return tx;
    }

    /** The one instant of this command, in microseconds. */
    public Instant now() {
        return now;
    }

    /** Who acts. */
    public Actor actor() {
        return rights.actor();
    }

    /** Which records a permission reaches. */
    public Reach reach(Permission permission) {
        return rights.reach(permission);
    }

    /** Which records both of two permissions reach: the narrower, since scopes of one actor lie within each other. */
    public Reach reachOfBoth(Permission one, Permission other) {
        return rights.reach(scope(one).compareTo(scope(other)) <= 0 ? one : other);
    }

    /** How far a permission reaches. */
    public Scope scope(Permission permission) {
        return rights.scope(permission);
    }

    /** Whether the actor has a permission at all. */
    public boolean may(Permission permission) {
        return rights.scope(permission) != Scope.NONE;
    }

    Rights rights() {
        return rights;
    }
}
