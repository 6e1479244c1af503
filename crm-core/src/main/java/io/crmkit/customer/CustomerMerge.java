package io.crmkit.customer;

import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import java.time.Instant;

/**
 * That one customer was merged into another.
 *
 * @param id names the merge, to undo it
 * @param survivor who goes on, with all that belonged to both
 * @param merged who is found under the survivor's id from then on
 * @param at when
 * @param by who did it
 */
public record CustomerMerge(MergeId id, CustomerId survivor, CustomerId merged, Instant at, ActorRef by) {}
