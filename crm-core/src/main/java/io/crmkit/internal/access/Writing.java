package io.crmkit.internal.access;

import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.FieldDelta;
import io.crmkit.id.SubjectRef;
import io.crmkit.spi.storage.CrmTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One transaction as one actor may change in it. Lives as long as the transaction. */
public final class Writing extends Reading {
    private final GateParts parts;

    Writing(CrmTransaction tx, Rights rights, Instant now, GateParts parts) {
        super(tx, rights, now);
        this.parts = parts;
    }

    /** The same transaction with another actor, such as a rule that a command sets off. */
    public Writing as(Actor other) {
        return new Writing(tx(), new Rights(other, parts.policy()), now(), parts);
    }

    /** An id for a new record. */
    public UUID newId() {
        return parts.ids().next();
    }

    /** Notes in the audit what was done. */
    public void audit(AuditAction action, SubjectRef target, Optional<CustomerId> customer, List<FieldDelta> changes) {
        tx().audit()
                .append(new AuditEntry(
                        newId(), now(), actor().ref(), action, target, customer, actor().homeTeam(), changes));
    }
}
