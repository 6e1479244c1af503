package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.MergeRecord;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import jakarta.persistence.Entity;
import java.util.List;

/** Moves the rows that belong to a merged customer, table by table, and back. */
final class MergedRows {
    /**
     * A table with rows of customers.
     *
     * @param entity its entity; the customer is its field {@code customer}, which a test compares with the mapping
     * @param kind how its rows are remembered
     * @param versioned whether a row that moves gets the next version, so that who read it before loses the race
     */
    record Moved(Class<?> entity, String kind, boolean versioned) {
        String name() {
            return entity.getAnnotation(Entity.class).name();
        }

        private String change() {
            return "update " + name() + " r set r.customer = :to" + (versioned ? ", r.version = r.version + 1" : "");
        }
    }

    private static final String TICKET = "TICKET";

    /** Those whose rows are remembered by their id. */
    static final List<Moved> BY_ID = List.of(
            new Moved(NoteRow.class, "NOTE", true),
            new Moved(TicketRow.class, TICKET, true),
            new Moved(AuditRow.class, "AUDIT", false));

    /** Those that follow their ticket. */
    static final List<Moved> BY_TICKET =
            List.of(new Moved(MessageRow.class, TICKET, false), new Moved(NotificationRow.class, TICKET, false));

    /** Activities, whose key is two texts. */
    static final Moved ACTIVITIES = new Moved(ActivityRow.class, "ACTIVITY", false);

    private final Work work;
    private final MergeRecord merge;

    MergedRows(Work work, MergeRecord merge) {
        this.work = work;
        this.merge = merge;
    }

    void move() {
        for (Moved table : BY_ID) {
            work.execute(Hql.of("insert into CrmMergedRecord (merge, kind, record) select m.id, '" + table.kind()
                            + "', r.id from CrmCustomerMerge m, " + table.name() + " r")
                    .is("m.id", merge.id().value())
                    .is("r.customer", merge.merged().id().value()));
            moveAll(table);
        }
        BY_TICKET.forEach(this::moveAll);
        work.execute(Hql.of("insert into CrmMergedActivity (merge, source, externalId)"
                        + " select m.id, r.source, r.externalId from CrmCustomerMerge m, CrmActivity r")
                .is("m.id", merge.id().value())
                .is("r.customer", merge.merged().id().value()));
        moveAll(ACTIVITIES);
    }

    private void moveAll(Moved table) {
        work.execute(Hql.of(table.change())
                .with("to", merge.survivor().value())
                .is("r.customer", merge.merged().id().value()));
    }

    void moveBack() {
        BY_TICKET.forEach(table -> moveBack(table, "r.ticket"));
        BY_ID.forEach(table -> moveBack(table, "r.id"));
        work.execute(back(ACTIVITIES)
                .and("exists (select 1 from CrmMergedActivity a where a.merge = :merge and a.source = r.source"
                        + " and a.externalId = r.externalId)"));
        work.execute(
                Hql.of("delete from CrmMergedRecord r").is("r.merge", merge.id().value()));
        work.execute(Hql.of("delete from CrmMergedActivity r")
                .is("r.merge", merge.id().value()));
    }

    private void moveBack(Moved table, String key) {
        work.execute(back(table)
                .and(key + " in (select m.record from CrmMergedRecord m where m.merge = :merge and m.kind = '"
                        + table.kind() + "')"));
    }

    private Hql back(Moved table) {
        return Hql.of(table.change())
                .with("to", merge.merged().id().value())
                .with("merge", merge.id().value())
                .is("r.customer", merge.survivor().value());
    }
}
