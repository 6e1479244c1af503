package io.crmkit.audit;

import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.id.SubjectRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One change.
 *
 * @param id the id
 * @param at when
 * @param by who
 * @param action what
 * @param target the record that was changed
 * @param customer whom it concerns
 * @param team the team whose records it touches
 * @param changes the fields
 */
public record AuditEntry(
        UUID id,
        Instant at,
        ActorRef by,
        AuditAction action,
        SubjectRef target,
        Optional<CustomerId> customer,
        TeamId team,
        List<FieldDelta> changes) {
    /** Copies the list. */
    public AuditEntry {
        changes = List.copyOf(changes);
    }

    /** The same entry as far as these changes show it. */
    public AuditEntry showing(List<FieldDelta> visible) {
        return new AuditEntry(id, at, by, action, target, customer, team, visible);
    }
}
