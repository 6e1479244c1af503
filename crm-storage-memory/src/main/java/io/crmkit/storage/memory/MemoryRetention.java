package io.crmkit.storage.memory;

import io.crmkit.retention.RecordKind;
import io.crmkit.spi.storage.RetentionStore;
import java.time.Instant;

/** What need not be kept any longer. */
final class MemoryRetention implements RetentionStore {
    private final Transaction transaction;

    MemoryRetention(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public int purge(RecordKind kind, Instant limit, int most) {
        return switch (kind) {
            case IDEMPOTENCY_KEYS -> MemoryIdempotency.purge(transaction, limit, most);
            case RULE_EXECUTIONS -> MemoryRules.purge(transaction, limit, most);
            case NOTIFICATIONS -> MemoryOutbox.purge(transaction, limit, most);
            case ACTIVITIES -> MemoryActivities.purge(transaction, limit, most);
            case NOTE_REVISIONS -> MemoryNotes.purge(transaction, limit, most);
            case MESSAGES -> MemoryMessages.purge(transaction, limit, most);
            case TICKET_EVENTS -> MemoryTicketEvents.purge(transaction, limit, most);
            case DELETED_ATTACHMENTS -> MemoryAttachments.purgeDeleted(transaction, limit, most);
            case UPLOAD_COUNTS -> MemoryUploads.purge(transaction, limit, most);
            case AUDIT -> MemoryAudit.purge(transaction, limit, most);
        };
    }
}
