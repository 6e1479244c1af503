package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.ReferenceCriteria;
import io.crmkit.spi.storage.ReferenceStore;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What texts name. */
final class JpaReferences implements ReferenceStore {
    /** Behind all that a name may consist of. */
    private static final String BEHIND = "~";

    private final Work work;

    JpaReferences(Work work) {
        this.work = work;
    }

    @Override
    public void add(TextPlace place, Set<String> names) {
        work.insertAll(names.stream()
                .sorted()
                .map(name -> TextReferenceRow.of(place, name))
                .toList());
    }

    @Override
    public void remove(UUID record) {
        work.execute(Hql.of("delete from CrmTextReference r").is("r.record", record));
    }

    @Override
    public List<TextPlace> list(ReferenceCriteria criteria, Slice slice) {
        boolean note = criteria.kind() == TextKind.NOTE;
        Hql query = Hql.of("select " + (criteria.beginning() ? "distinct " : "")
                + "r.record, r.parent, r.at from CrmTextReference r join "
                + (note ? "CrmNote t on t.id = r.record" : "CrmTicket t on t.id = r.parent"));
        query.is("r.kind", criteria.kind().name())
                .reach(criteria.reach(), "t.team", note ? "t.author" : "t.assignee", note ? "" : "t.customer");
        if (note) {
            query.and("t.deletedAt is null");
        }
        if (criteria.beginning()) {
            query.and("r.name >= :beginning and r.name < :behind")
                    .with("beginning", criteria.name())
                    .with("behind", criteria.name() + BEHIND);
        } else {
            query.is("r.name", criteria.name());
        }
        return work.list(query.slice(slice, "r.at", "r.record"), Object[].class).stream()
                .map(columns -> TextReferenceRow.place(criteria.kind(), columns))
                .toList();
    }
}
