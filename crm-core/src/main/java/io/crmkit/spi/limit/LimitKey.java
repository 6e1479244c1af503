package io.crmkit.spi.limit;

import io.crmkit.actor.ActorRef;

/**
 * What is counted: each actor's operations of each group.
 *
 * @param actor who
 * @param group what kind of operations
 */
public record LimitKey(ActorRef actor, LimitGroup group) {}
