package io.crmkit.spi.storage;

/** One transaction: the stores of all records, each usable until it ends. */
public interface CrmTransaction {
    /** Customers and the definitions of their attributes. */
    CustomerStore customers();

    /** What customers are found by. */
    CustomerIndexStore customerIndex();

    /** Merges of customers. */
    MergeStore merges();

    /** Notes. */
    NoteStore notes();

    /** Tickets. */
    TicketStore tickets();

    /** What happened to tickets. */
    TicketEventStore ticketEvents();

    /** What was written into tickets. */
    MessageStore messages();

    /** What notes, tickets and messages name. */
    ReferenceStore references();

    /** Agents, teams, shifts. */
    StaffStore staff();

    /** Rules and what they did. */
    RuleStore rules();

    /** What rules have to do at a later time. */
    DueStore due();

    /** Notifications. */
    OutboxStore outbox();

    /** The audit. */
    AuditStore audit();

    /** Idempotency keys. */
    IdempotencyStore idempotency();

    /** What customers did in the host's system. */
    ActivityStore activities();

    /** Files on notes and tickets. */
    AttachmentStore attachments();

    /** How many files came from whom. */
    UploadStore uploads();

    /** What need not be kept any longer. */
    RetentionStore retention();
}
