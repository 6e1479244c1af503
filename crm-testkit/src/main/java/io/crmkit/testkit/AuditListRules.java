package io.crmkit.testkit;

import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.audit.AuditEntry;
import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import java.util.List;
import java.util.Set;

/** Lists of the audit. */
abstract class AuditListRules extends ReachedListRules {
    @Override
    Set<By> by() {
        return Set.of(By.TEAM, By.OWNER);
    }

    @Override
    void add(CrmTransaction tx, Item item) {
        Customer customer = samples.customer().id(item.id()).build();
        AuditEntry entry = samples.auditEntry(customer.id());
        tx.customers().insert(customer, SampleRecords.index(customer));
        tx.audit()
                .append(new AuditEntry(
                        item.id(),
                        item.at(),
                        new ActorRef(ActorKind.AGENT, item.owner()),
                        entry.action(),
                        entry.target(),
                        entry.customer(),
                        item.team(),
                        entry.changes()));
    }

    @Override
    List<Position> list(CrmTransaction tx, Reach reach, Slice slice) {
        return tx.audit().list(AuditCriteria.within(reach), slice).stream()
                .map(entry -> new Position(entry.at(), entry.id()))
                .toList();
    }
}
