package io.crmkit.spi.storage;

import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.audit.AuditAction;
import io.crmkit.time.TimeRange;
import java.util.Optional;
import java.util.Set;

/**
 * Which audit entries are wanted: those that all of these hold for.
 *
 * @param reach within reach, by team and actor
 * @param period within this time
 * @param kind by this kind of actor
 * @param by by this actor
 * @param customer that concern this customer
 * @param actions with one of these actions; empty means any
 */
public record AuditCriteria(
        Reach reach,
        Optional<TimeRange> period,
        Optional<ActorKind> kind,
        Optional<ActorRef> by,
        Optional<CustomerId> customer,
        Set<AuditAction> actions) {
    /** Copies the actions. */
    public AuditCriteria {
        actions = Set.copyOf(actions);
    }

    /** All entries within reach. */
    public static AuditCriteria within(Reach reach) {
        return new AuditCriteria(
                reach, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }
}
