package io.crmkit.internal.access;

import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.FieldDelta;
import io.crmkit.id.SubjectRef;
import io.crmkit.notification.Notification;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.ticket.Ticket;
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

    /** Notes in the audit what was done to a record of the actor's own team. */
    public void audit(AuditAction action, SubjectRef target, Optional<CustomerId> customer, List<FieldDelta> changes) {
        audit(action, target, customer, actor().homeTeam(), changes);
    }

    /** Notes in the audit what was done to a ticket, under the team that had it. */
    public void audit(AuditAction action, Ticket ticket, List<FieldDelta> changes) {
        SubjectRef target = SubjectRef.ticket(ticket.id().toString());
        audit(action, target, Optional.of(ticket.customer()), ticket.team(), changes);
    }

    /** Notes in the audit that a notification was given another chance, under the team of its ticket. */
    public void audit(AuditAction action, Notification notification) {
        SubjectRef target = new SubjectRef("notification", notification.id().toString());
        audit(action, target, Optional.of(notification.customer()), notification.team(), List.of());
    }

    /** Notes in the audit what was done to a record of that team. */
    public void audit(
            AuditAction action,
            SubjectRef target,
            Optional<CustomerId> customer,
            TeamId team,
            List<FieldDelta> changes) {
        tx().audit().append(new AuditEntry(newId(), now(), actor().ref(), action, target, customer, team, changes));
    }
}
