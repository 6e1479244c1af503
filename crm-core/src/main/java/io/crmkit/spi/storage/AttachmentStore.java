package io.crmkit.spi.storage;

import io.crmkit.attachment.AttachedTo;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.StoredName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Attachments, without their bytes. There is no reach here: the services ask
 * for the note or ticket that a file hangs on, within the actor's reach, in the same transaction.
 */
public interface AttachmentStore {
    /**
     * Adds a record.
     *
     * @throws DuplicateKeyException if the id is taken, with key {@code id}, or the stored name, with {@code storedName}
     */
    void insert(AttachmentRecord record);

    /**
     * Replaces a record. The stored name stays as it is.
     *
     * @throws StaleVersionException if the stored version is not one below the given one
     */
    void update(AttachmentRecord record);

    /** Finds a record, a deleted one too. */
    Optional<AttachmentRecord> find(AttachmentId id);

    /** Returns what hangs on any of these, live or deleted as asked for: the latest first by {@code at}, then id. */
    List<AttachmentRecord> on(Set<AttachedTo> places, boolean deleted, int limit);

    /** Returns records that wait in a spool directory since {@code now} or longer: by the time of the next attempt, then id. */
    List<AttachmentRecord> waiting(String spool, Instant now, int limit);

    /** Returns when the first record is due that waits in a spool directory. */
    Optional<Instant> nextWaiting(String spool);

    /**
     * Returns {@link AttachmentState#STORED} records, deleted ones too, that a lower version of the inspection let in: by
     * that version, then id.
     */
    List<AttachmentRecord> inspectedBefore(int version, int limit);

    /** Returns all records by the stored name, in the order of its characters, behind {@code after}. */
    List<AttachmentRecord> byStoredName(Optional<String> after, int limit);

    /** Returns the records with these stored names, in any order. */
    List<AttachmentRecord> named(Set<StoredName> names);
}
