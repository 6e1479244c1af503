package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.NameMatch;
import io.crmkit.spi.storage.ReferenceCriteria;
import io.crmkit.spi.storage.ReferenceStore;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
    public void replaceAll(Map<TextPlace, Set<String>> names) {
        if (names.isEmpty()) {
            work.check();
            return;
        }
        work.execute(Hql.of("delete from CrmTextReference r")
                .in("r.record", names.keySet().stream().map(TextPlace::record).toList()));
        work.insertAll(names.entrySet().stream()
                .flatMap(text -> text.getValue().stream().map(name -> TextReferenceRow.of(text.getKey(), name)))
                .sorted(Comparator.comparing((TextReferenceRow row) -> row.name).thenComparing(row -> row.record))
                .toList());
    }

    @Override
    public List<TextPlace> list(ReferenceCriteria criteria, Slice slice) {
        boolean note = criteria.kind() == TextKind.NOTE;
        NameMatch named = criteria.named();
        boolean severalNames = named.beginning() || named.names().size() > 1;
        Hql query = Hql.of("select " + (severalNames ? "distinct " : "")
                + "r.record, r.parent, r.at from CrmTextReference r join "
                + (note ? "CrmNote t on t.id = r.record" : "CrmTicket t on t.id = r.parent"));
        query.is("r.kind", criteria.kind().name())
                .reach(criteria.reach(), "t.team", note ? "t.author" : "t.assignee", note ? "" : "t.customer");
        if (note) {
            query.and("t.deletedAt is null");
        }
        query.and(meant(query, "r.name", named));
        criteria.unless()
                .ifPresent(
                        other -> query.and("not exists (select 1 from CrmTextReference o where o.record = r.record and "
                                + meant(query, "o.name", other) + ")"));
        return work.list(query.slice(slice, "r.at", "r.record"), Object[].class).stream()
                .map(columns -> TextReferenceRow.place(criteria.kind(), columns))
                .toList();
    }

    private static String meant(Hql query, String path, NameMatch match) {
        List<String> names = match.names().stream().sorted().toList();
        return match.beginning()
                ? names.stream()
                        .map(name -> query.between(path, name, name + BEHIND))
                        .collect(Collectors.joining(" or ", "(", ")"))
                : query.among(path, names);
    }
}
