package io.crmkit.storage.jpa.internal.store;

import io.crmkit.audit.AuditEntry;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.AuditStore;
import io.crmkit.spi.storage.Slice;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.List;

/** The audit. */
final class JpaAudit implements AuditStore {
    private final Work work;

    JpaAudit(Work work) {
        this.work = work;
    }

    @Override
    public void append(AuditEntry entry) {
        work.insert(AuditRow.of(entry));
    }

    @Override
    public List<AuditEntry> list(AuditCriteria criteria, Slice slice) {
        Hql query = Hql.of("select a from CrmAuditEntry a")
                .reach(criteria.reach(), "a.team", "a.actor", "")
                .during("a.at", criteria.period())
                .is("a.actorKind", criteria.kind().map(Enum::name))
                .is("a.actorKind", criteria.by().map(by -> by.kind().name()))
                .is("a.actor", criteria.by().map(by -> by.id().value()))
                .is("a.customer", criteria.customer().map(customer -> customer.value()));
        if (!criteria.actions().isEmpty()) {
            query.in(
                    "a.action",
                    criteria.actions().stream().map(Enum::name).sorted().toList());
        }
        return work.list(query.slice(slice, "a.at", "a.id"), AuditRow.class).stream()
                .map(AuditRow::toEntry)
                .toList();
    }
}
