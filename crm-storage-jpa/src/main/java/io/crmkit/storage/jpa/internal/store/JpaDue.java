package io.crmkit.storage.jpa.internal.store;

import io.crmkit.automation.RuleId;
import io.crmkit.spi.storage.DueItem;
import io.crmkit.spi.storage.DueStore;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import io.crmkit.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What rules have to do at a later time. */
final class JpaDue implements DueStore {
    private final Work work;

    JpaDue(Work work) {
        this.work = work;
    }

    @Override
    public void put(DueItem item) {
        work.save(DueItemRow.of(item));
    }

    @Override
    public void remove(RuleId rule, TicketId ticket) {
        work.execute(Hql.of("delete from CrmDueItem d")
                .is("d.ticket", ticket.value())
                .is("d.rule", rule.value()));
    }

    @Override
    public boolean remove(DueItem item) {
        int removed = work.execute(Hql.of("delete from CrmDueItem d")
                .is("d.ticket", item.ticket().value())
                .is("d.rule", item.rule().value())
                .is("d.dueAt", item.dueAt())
                .is("d.episode", item.episode()));
        return removed > 0;
    }

    /** Rule ids are ASCII, which all databases order alike here: each script says so for the column. */
    @Override
    public List<DueItem> due(Instant now, int limit) {
        return work
                .list(
                        Hql.of("select d from CrmDueItem d where d.dueAt <= :now")
                                .with("now", now)
                                .orderBy("d.dueAt, d.ticket, d.rule")
                                .limit(limit),
                        DueItemRow.class)
                .stream()
                .map(DueItemRow::toItem)
                .toList();
    }

    @Override
    public Optional<Instant> next() {
        return work.first(Hql.of("select d.dueAt from CrmDueItem d").orderBy("d.dueAt"), Instant.class);
    }
}
