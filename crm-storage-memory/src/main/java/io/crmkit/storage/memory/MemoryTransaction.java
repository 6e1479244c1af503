package io.crmkit.storage.memory;

import io.crmkit.spi.storage.ActivityStore;
import io.crmkit.spi.storage.AttachmentStore;
import io.crmkit.spi.storage.AuditStore;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.CustomerIndexStore;
import io.crmkit.spi.storage.CustomerStore;
import io.crmkit.spi.storage.DueStore;
import io.crmkit.spi.storage.IdempotencyStore;
import io.crmkit.spi.storage.MergeStore;
import io.crmkit.spi.storage.MessageStore;
import io.crmkit.spi.storage.NoteStore;
import io.crmkit.spi.storage.OutboxStore;
import io.crmkit.spi.storage.ReferenceStore;
import io.crmkit.spi.storage.RetentionStore;
import io.crmkit.spi.storage.RuleStore;
import io.crmkit.spi.storage.StaffStore;
import io.crmkit.spi.storage.TicketEventStore;
import io.crmkit.spi.storage.TicketStore;
import io.crmkit.spi.storage.UploadStore;

/** The stores of one transaction. */
final class MemoryTransaction implements CrmTransaction {
    private final Transaction transaction;

    MemoryTransaction(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public CustomerStore customers() {
        return new MemoryCustomers(open());
    }

    @Override
    public CustomerIndexStore customerIndex() {
        return new MemoryCustomerIndex(open());
    }

    @Override
    public MergeStore merges() {
        return new MemoryMerges(open());
    }

    @Override
    public NoteStore notes() {
        return new MemoryNotes(open());
    }

    @Override
    public TicketStore tickets() {
        return new MemoryTickets(open());
    }

    @Override
    public TicketEventStore ticketEvents() {
        return new MemoryTicketEvents(open());
    }

    @Override
    public MessageStore messages() {
        return new MemoryMessages(open());
    }

    @Override
    public ReferenceStore references() {
        return new MemoryReferences(open());
    }

    @Override
    public StaffStore staff() {
        return new MemoryStaff(open());
    }

    @Override
    public RuleStore rules() {
        return new MemoryRules(open());
    }

    @Override
    public DueStore due() {
        return new MemoryDue(open());
    }

    @Override
    public OutboxStore outbox() {
        return new MemoryOutbox(open());
    }

    @Override
    public AuditStore audit() {
        return new MemoryAudit(open());
    }

    @Override
    public IdempotencyStore idempotency() {
        return new MemoryIdempotency(open());
    }

    @Override
    public ActivityStore activities() {
        return new MemoryActivities(open());
    }

    @Override
    public AttachmentStore attachments() {
        return new MemoryAttachments(open());
    }

    @Override
    public UploadStore uploads() {
        return new MemoryUploads(open());
    }

    @Override
    public RetentionStore retention() {
        return new MemoryRetention(open());
    }

    private Transaction open() {
        transaction.check();
        return transaction;
    }
}
