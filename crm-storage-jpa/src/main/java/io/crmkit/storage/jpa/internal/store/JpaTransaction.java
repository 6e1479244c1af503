package io.crmkit.storage.jpa.internal.store;

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
import io.crmkit.storage.jpa.internal.sql.Work;

/** The stores of one transaction. */
public final class JpaTransaction implements CrmTransaction {
    private final Work work;
    private final SearchTables tables;
    private final JpaCustomers customers;
    private final JpaRules rules;

    /** The stores over that work. */
    public JpaTransaction(Work work, SearchTables tables) {
        this.work = work;
        this.tables = tables;
        this.customers = new JpaCustomers(work, tables);
        this.rules = new JpaRules(work);
    }

    @Override
    public CustomerStore customers() {
        work.check();
        return customers;
    }

    @Override
    public CustomerIndexStore customerIndex() {
        return new JpaCustomerIndex(open(), tables);
    }

    @Override
    public MergeStore merges() {
        return new JpaMerges(open(), customers);
    }

    @Override
    public NoteStore notes() {
        return new JpaNotes(open());
    }

    @Override
    public TicketStore tickets() {
        return new JpaTickets(open());
    }

    @Override
    public TicketEventStore ticketEvents() {
        return new JpaTicketEvents(open());
    }

    @Override
    public MessageStore messages() {
        return new JpaMessages(open());
    }

    @Override
    public ReferenceStore references() {
        return new JpaReferences(open());
    }

    @Override
    public StaffStore staff() {
        return new JpaStaff(open());
    }

    @Override
    public RuleStore rules() {
        work.check();
        return rules;
    }

    @Override
    public DueStore due() {
        return new JpaDue(open());
    }

    @Override
    public OutboxStore outbox() {
        return new JpaOutbox(open());
    }

    @Override
    public AuditStore audit() {
        return new JpaAudit(open());
    }

    @Override
    public IdempotencyStore idempotency() {
        return new JpaIdempotency(open());
    }

    @Override
    public ActivityStore activities() {
        return new JpaActivities(open());
    }

    @Override
    public AttachmentStore attachments() {
        return new JpaAttachments(open());
    }

    @Override
    public UploadStore uploads() {
        return new JpaUploads(open());
    }

    @Override
    public RetentionStore retention() {
        return new JpaRetention(open());
    }

    private Work open() {
        work.check();
        return work;
    }
}
