package io.crmkit.spi.storage;

import io.crmkit.audit.AuditEntry;
import java.util.List;

/** The audit: only ever added to; ordered by {@code at} and id; in reach by team and by the actor's id. */
public interface AuditStore {
    /**
     * Adds an entry.
     *
     * @throws DuplicateKeyException if the id is taken
     */
    void append(AuditEntry entry);

    /** Lists entries. */
    List<AuditEntry> list(AuditCriteria criteria, Slice slice);
}
