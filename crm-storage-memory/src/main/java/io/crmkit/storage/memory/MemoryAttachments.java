package io.crmkit.storage.memory;

import io.crmkit.attachment.AttachedTo;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.StoredName;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.AttachmentStore;
import io.crmkit.spi.storage.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Attachments. */
final class MemoryAttachments implements AttachmentStore {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Layout<AttachmentRecord> RECORDS = new Layout<>("attachment", MemoryAttachments::listings);
    /** The ids by stored name, which is their order too. */
    private static final Layout<Named> NAMES =
            new Layout<>("stored name", row -> Listings.at(Instant.EPOCH, NOBODY, row.name()));
    /** By when they were deleted, under the same keys. */
    private static final Layout<Gone> DELETED = new Layout<>(
            "deleted attachment", row -> Listings.at(row.at(), row.id().value(), key(row.id())));

    private final Transaction transaction;

    MemoryAttachments(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Which record a stored name belongs to. */
    private record Named(String name, AttachmentId id) {}

    /** When a record was deleted. */
    private record Gone(AttachmentId id, Instant at) {}

    @Override
    public void insert(AttachmentRecord record) {
        AttachmentId id = record.attachment().id();
        transaction.lockNew(RECORDS, key(id), "id");
        transaction.lockNew(NAMES, record.storedName().value(), "storedName");
        transaction.write(RECORDS, key(id), record);
        transaction.write(
                NAMES,
                record.storedName().value(),
                new Named(record.storedName().value(), id));
        keepDeletion(record);
    }

    @Override
    public void update(AttachmentRecord record) {
        String key = key(record.attachment().id());
        transaction.lockVersion(RECORDS, key, record, row -> row.attachment().version());
        transaction.write(RECORDS, key, record);
        keepDeletion(record);
    }

    private void keepDeletion(AttachmentRecord record) {
        Attachment attachment = record.attachment();
        String key = key(attachment.id());
        boolean there = transaction.lock(DELETED, key).isPresent();
        attachment
                .deletion()
                .ifPresentOrElse(
                        deletion -> transaction.write(DELETED, key, new Gone(attachment.id(), deletion.at())), () -> {
                            if (there) {
                                transaction.remove(DELETED, key);
                            }
                        });
    }

    @Override
    public Optional<AttachmentRecord> find(AttachmentId id) {
        return transaction.table(RECORDS).get(key(id));
    }

    @Override
    public List<AttachmentRecord> on(Set<AttachedTo> places, boolean deleted, int limit) {
        List<String> groups =
                places.stream().map(place -> group(place, deleted)).toList();
        return Walk.of(transaction.table(RECORDS), groups)
                .list(Slice.first(SortOrder.NEWEST_FIRST, limit), row -> true);
    }

    @Override
    public List<AttachmentRecord> waiting(String spool, Instant now, int limit) {
        return Walk.of(transaction.table(RECORDS), "waiting " + spool).until(Place.endOf(now)).stream()
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Instant> nextWaiting(String spool) {
        return Walk.of(transaction.table(RECORDS), "waiting " + spool).stream()
                .findFirst()
                .flatMap(AttachmentRecord::waiting)
                .map(AttachmentRecord.Waiting::next);
    }

    @Override
    public List<AttachmentRecord> inspectedBefore(int version, int limit) {
        return Walk.of(transaction.table(RECORDS), "stored").until(Place.startOf(version(version))).stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<AttachmentRecord> byStoredName(Optional<String> after, int limit) {
        var all = transaction.table(NAMES).group(Listings.ALL);
        Iterator<Place> places = after.map(name -> all.tailSet(new Place(Instant.EPOCH, NOBODY, name), false))
                .orElse(all)
                .iterator();
        List<AttachmentRecord> found = new ArrayList<>();
        while (found.size() < limit && places.hasNext()) {
            found.add(record(places.next().key()).orElseThrow());
        }
        return Collections.unmodifiableList(found);
    }

    @Override
    public List<AttachmentRecord> named(Set<StoredName> names) {
        return names.stream().flatMap(name -> record(name.value()).stream()).toList();
    }

    private Optional<AttachmentRecord> record(String storedName) {
        return transaction.table(NAMES).get(storedName).flatMap(named -> find(named.id()));
    }

    /** Removes deleted ones from before a time. */
    static int purgeDeleted(Transaction transaction, Instant limit, int most) {
        List<Gone> old = Walk.all(transaction.table(DELETED)).until(Place.startOf(limit)).stream()
                .toList();
        int removed = 0;
        for (Gone gone : old) {
            String key = key(gone.id());
            Optional<AttachmentRecord> newest = removed < most ? transaction.tryLock(RECORDS, key) : Optional.empty();
            if (newest.filter(row -> wasDeletedBefore(row, limit)).isPresent()) {
                transaction.lock(DELETED, key);
                transaction.lock(NAMES, newest.get().storedName().value());
                transaction.remove(DELETED, key);
                transaction.remove(NAMES, newest.get().storedName().value());
                transaction.remove(RECORDS, key);
                removed++;
            }
        }
        return removed;
    }

    private static boolean wasDeletedBefore(AttachmentRecord row, Instant limit) {
        return row.attachment()
                .deletion()
                .filter(deletion -> deletion.at().isBefore(limit))
                .isPresent();
    }

    private static String key(AttachmentId id) {
        return id.toString();
    }

    private static String group(AttachedTo to, boolean deleted) {
        return (deleted ? "deleted " : "live ") + to.kind() + " " + to.id();
    }

    private static Listings listings(AttachmentRecord row) {
        Attachment attachment = row.attachment();
        Listings listings = Listings.at(attachment.at(), attachment.id().value(), key(attachment.id()))
                .in(group(attachment.to(), attachment.deletion().isPresent()));
        row.waiting().ifPresent(waiting -> listings.in("waiting " + waiting.spool(), waiting.next()));
        return attachment.state() == AttachmentState.STORED
                ? listings.in("stored", version(row.inspectedBy()))
                : listings;
    }

    /** Versions order as seconds do. */
    private static Instant version(int number) {
        return Instant.ofEpochSecond(number);
    }
}
