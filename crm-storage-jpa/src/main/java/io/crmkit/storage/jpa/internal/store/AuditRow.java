package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.id.SubjectRef;
import io.crmkit.storage.jpa.internal.json.Columns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the audit. */
@Entity(name = "CrmAuditEntry")
@Table(name = "audit_entry")
class AuditRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "happened_at")
    Instant at;

    @Column(name = "actor_kind", length = 20)
    String actorKind;

    @Column(name = "actor", length = 64)
    String actor;

    @Column(name = "action", length = 40)
    String action;

    @Column(name = "target_type", length = 40)
    String targetType;

    @Column(name = "target_id", length = 120)
    String targetId;

    @Column(name = "customer_id")
    @Nullable
    UUID customer;

    @Column(name = "team", length = 40)
    String team;

    @Column(name = "changes", length = Texts.LONG)
    String changes;

    static AuditRow of(AuditEntry entry) {
        AuditRow row = new AuditRow();
        row.id = entry.id();
        row.at = entry.at();
        row.actorKind = entry.by().kind().name();
        row.actor = entry.by().id().value();
        row.action = entry.action().name();
        row.targetType = entry.target().type();
        row.targetId = entry.target().id();
        row.customer = entry.customer().map(CustomerId::value).orElse(null);
        row.team = entry.team().value();
        row.changes = Columns.deltas(entry.changes());
        return row;
    }

    AuditEntry toEntry() {
        return new AuditEntry(
                id,
                at,
                Actors.of(actorKind, actor),
                AuditAction.valueOf(action),
                new SubjectRef(targetType, targetId),
                Optional.ofNullable(customer).map(CustomerId::new),
                TeamId.of(team),
                Columns.deltas(changes));
    }
}
