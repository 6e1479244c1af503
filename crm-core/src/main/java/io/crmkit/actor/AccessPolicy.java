package io.crmkit.actor;

/**
 * Says how far a role's permission reaches. The shipped policy is {@link AccessMatrix#standard()}; a host may give its
 * own. Must be thread-safe, quick and free of side effects: it is asked several times in each call.
 */
@FunctionalInterface
public interface AccessPolicy {
    /** Returns the reach of {@code permission} for {@code role}; {@link Scope#NONE} denies. */
    Scope scope(Role role, Permission permission);
}
