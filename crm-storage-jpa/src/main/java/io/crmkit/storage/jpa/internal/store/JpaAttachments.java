package io.crmkit.storage.jpa.internal.store;

import io.crmkit.attachment.AttachedTo;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.StoredName;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.AttachmentStore;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Attachments. */
final class JpaAttachments implements AttachmentStore {
    private static final Work.UniqueKey NAME = new Work.UniqueKey("attachment_uq", "storedName");
    /** So many values at most in one statement. */
    private static final int VALUES = 256;

    private final Work work;

    JpaAttachments(Work work) {
        this.work = work;
    }

    @Override
    public void insert(AttachmentRecord record) {
        work.insert(AttachmentRow.of(record), NAME);
    }

    @Override
    public void update(AttachmentRecord record) {
        AttachmentRow row = AttachmentRow.of(record);
        UUID id = row.id;
        row.version = row.version - 1;
        work.update(
                row,
                "attachment " + record.attachment().id(),
                row.version,
                () -> work.first(Hql.of("select a.version from CrmAttachment a").is("a.id", id), Long.class));
    }

    @Override
    public Optional<AttachmentRecord> find(AttachmentId id) {
        return work.get(AttachmentRow.class, id.value()).map(AttachmentRow::toRecord);
    }

    /** One statement for each kind of place, so that each goes along its index. */
    @Override
    public List<AttachmentRecord> on(Set<AttachedTo> places, boolean deleted, int limit) {
        Map<AttachedTo.Kind, List<UUID>> kinds = new EnumMap<>(AttachedTo.Kind.class);
        places.forEach(place ->
                kinds.computeIfAbsent(place.kind(), kind -> new ArrayList<>()).add(place.id()));
        List<AttachmentRow> found = new ArrayList<>();
        work.check();
        kinds.forEach((kind, ids) -> found.addAll(work.list(
                rows().is("a.placeKind", kind.name())
                        .in("a.placeId", ids)
                        .and(deleted ? "a.deletedAt is not null" : "a.deletedAt is null")
                        .orderBy("a.at desc, a.id desc")
                        .limit(limit),
                AttachmentRow.class)));
        Comparator<AttachmentRow> earliest = Comparator.<AttachmentRow, Instant>comparing(row -> row.at)
                .thenComparing(row -> row.id, JpaAttachments::unsigned);
        found.sort(earliest.reversed());
        return records(found.subList(0, Math.min(limit, found.size())));
    }

    private static int unsigned(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    @Override
    public List<AttachmentRecord> waiting(String spool, Instant now, int limit) {
        return list(rows().is("a.spool", spool)
                .and("a.nextAttemptAt <= :now")
                .with("now", now)
                .orderBy("a.nextAttemptAt, a.id")
                .limit(limit));
    }

    @Override
    public Optional<Instant> nextWaiting(String spool) {
        return work.first(
                Hql.of("select a.nextAttemptAt from CrmAttachment a")
                        .is("a.spool", spool)
                        .orderBy("a.nextAttemptAt"),
                Instant.class);
    }

    @Override
    public List<AttachmentRecord> inspectedBefore(int version, int limit) {
        return list(rows().is("a.state", "STORED")
                .and("a.inspectedBy < :version")
                .with("version", version)
                .orderBy("a.inspectedBy, a.id")
                .limit(limit));
    }

    @Override
    public List<AttachmentRecord> byStoredName(Optional<String> after, int limit) {
        Hql query = rows();
        after.ifPresent(name -> query.and("a.storedName > :after").with("after", name));
        return list(query.orderBy("a.storedName").limit(limit));
    }

    @Override
    public List<AttachmentRecord> named(Set<StoredName> names) {
        List<String> values = names.stream().map(StoredName::value).toList();
        List<AttachmentRecord> found = new ArrayList<>();
        work.check();
        for (int from = 0; from < values.size(); from += VALUES) {
            List<String> some = values.subList(from, Math.min(from + VALUES, values.size()));
            found.addAll(list(rows().in("a.storedName", some)));
        }
        return Collections.unmodifiableList(found);
    }

    private static Hql rows() {
        return Hql.of("select a from CrmAttachment a");
    }

    private List<AttachmentRecord> list(Hql query) {
        return records(work.list(query, AttachmentRow.class));
    }

    private static List<AttachmentRecord> records(Collection<AttachmentRow> rows) {
        return rows.stream().map(AttachmentRow::toRecord).toList();
    }
}
