package io.crmkit.attachment.internal;

import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.FileLostException;
import io.crmkit.attachment.FileUnavailableException;
import io.crmkit.attachment.StoredName;
import io.crmkit.attachment.SweepReport;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.storage.AttachmentRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares one stretch of names in the file store with the records. A record is always there before its file, so a file
 * without one is an orphan; the store is therefore asked first.
 */
final class Sweeping {
    private static final int STRETCH = 1_000;

    private final FileStore store;
    private final Shelf shelf;
    private final List<AttachmentId> withoutFile = new ArrayList<>();
    private final List<AttachmentId> foundAgain = new ArrayList<>();

    Sweeping(AttachmentParts parts) {
        this.store = parts.settings().store();
        this.shelf = new Shelf(parts);
    }

    /** Asks the store for the names behind one. */
    List<FileName> files(Optional<String> after) {
        Optional<FileName> behind = after.map(FileName::new);
        return call(() -> store.list(behind, STRETCH));
    }

    static int stretch() {
        return STRETCH;
    }

    /** Compares names and records, both in order and from behind the same name. */
    SweepReport compare(List<FileName> listed, List<AttachmentRecord> listedRecords) {
        Optional<String> end = end(listed, listedRecords);
        Predicate<String> within =
                name -> end.map(last -> name.compareTo(last) <= 0).orElse(true);
        List<FileName> files =
                listed.stream().filter(file -> within.test(file.value())).toList();
        List<AttachmentRecord> records = listedRecords.stream()
                .filter(record -> within.test(record.storedName().value()))
                .toList();
        Set<String> there = new HashSet<>();
        files.forEach(file -> there.add(file.value()));
        records.forEach(record -> look(record, there));
        Set<String> known = new HashSet<>();
        records.forEach(record -> known.add(record.storedName().value()));
        List<StoredName> made = files.stream()
                .flatMap(file -> StoredName.find(file.value()).stream())
                .toList();
        return new SweepReport(
                files.size(),
                records.size(),
                made.stream().filter(name -> !known.contains(name.value())).toList(),
                withoutFile,
                foundAgain,
                (int) records.stream().filter(Sweeping::isLocal).count(),
                files.size() - made.size(),
                end);
    }

    /** Up to where both are known; empty if both are known to their end. */
    private static Optional<String> end(List<FileName> files, List<AttachmentRecord> records) {
        Optional<String> lastFile = files.size() < STRETCH
                ? Optional.empty()
                : Optional.of(files.get(STRETCH - 1).value());
        Optional<String> lastRecord = records.size() < STRETCH
                ? Optional.empty()
                : Optional.of(records.get(STRETCH - 1).storedName().value());
        return lastFile.isEmpty() || lastRecord.isEmpty()
                ? lastFile.or(() -> lastRecord)
                : lastFile.map(file -> file.compareTo(lastRecord.get()) < 0 ? file : lastRecord.get());
    }

    private void look(AttachmentRecord record, Set<String> there) {
        Attachment attachment = record.attachment();
        boolean listed = there.contains(record.storedName().value());
        if (attachment.state() == AttachmentState.LOST && listed && isWhole(record)) {
            foundAgain.add(attachment.id());
        } else if (attachment.state() == AttachmentState.STORED && !listed && isMissing(record)) {
            withoutFile.add(attachment.id());
        }
    }

    private boolean isWhole(AttachmentRecord record) {
        try {
            shelf.fetch(record).close();
            return true;
        } catch (FileLostException e) {
            return false;
        }
    }

    /** It may have come since the store was asked for its names. */
    private boolean isMissing(AttachmentRecord record) {
        return call(() -> store.size(Shelf.name(record.storedName()))).isEmpty();
    }

    private static boolean isLocal(AttachmentRecord record) {
        return record.attachment().state() == AttachmentState.LOCAL;
    }

    /** Removes files that no record knows. */
    void remove(Collection<StoredName> orphans) {
        for (StoredName orphan : orphans) {
            call(() -> {
                store.delete(Shelf.name(orphan));
                return orphan;
            });
        }
    }

    /** What a file store is asked for. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws FileStoreException;
    }

    private static <T> T call(Question<T> question) {
        try {
            return question.ask();
        } catch (FileStoreException e) {
            throw new FileUnavailableException("the file store is away", e);
        }
    }
}
