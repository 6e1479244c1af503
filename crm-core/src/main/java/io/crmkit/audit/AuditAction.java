package io.crmkit.audit;

/** What was done. New actions come in minor releases. */
public enum AuditAction {
    /** A customer was registered. */
    CUSTOMER_REGISTERED,
    /** Fields of a customer were changed. */
    CUSTOMER_UPDATED,
    /** A customer was merged into another. */
    CUSTOMERS_MERGED,
    /** A merge of customers was undone. */
    CUSTOMERS_UNMERGED,
    /** An attribute was defined or redefined. */
    ATTRIBUTE_DEFINED,
    /** A note was added. */
    NOTE_ADDED,
    /** A note was edited. */
    NOTE_EDITED,
    /** A note was deleted. */
    NOTE_DELETED,
    /** A ticket was opened. */
    TICKET_OPENED,
    /** The customer wrote into a ticket. */
    TICKET_WRITTEN,
    /** A ticket was answered. */
    TICKET_REPLIED,
    /** An internal comment was added. */
    TICKET_COMMENTED,
    /** A ticket's state was changed by hand. */
    TICKET_STATUS_CHANGED,
    /** A ticket's priority, category or tags were changed by hand. */
    TICKET_CHANGED,
    /** A ticket was given to an agent. */
    TICKET_ASSIGNED,
    /** A ticket was referred to another team. */
    TICKET_REFERRED,
    /** A ticket was merged into another. */
    TICKET_MERGED,
    /** The customer rated a ticket. */
    TICKET_RATED,
    /** An agent was saved. */
    AGENT_SAVED,
    /** A team was saved. */
    TEAM_SAVED,
    /** A shift was saved. */
    SHIFT_SAVED,
    /** A shift was removed. */
    SHIFT_REMOVED,
    /** A rule was saved. */
    RULE_SAVED,
    /** A rule acted. */
    RULE_FIRED,
    /** A notification was made due again. */
    NOTIFICATION_RETRIED,
    /** An activity was recorded. */
    ACTIVITY_RECORDED,
    /** A file was attached. */
    FILE_ATTACHED,
    /** A file was opened. */
    FILE_OPENED,
    /** An attachment was deleted. */
    FILE_DELETED,
    /** A deleted attachment was restored. */
    FILE_RESTORED,
    /** A file is kept from everybody, since a later inspection does not let it in. */
    FILE_QUARANTINED,
    /** Files and records were compared and mended. */
    FILES_SWEPT,
    /** A report was written as CSV. */
    REPORT_EXPORTED,
    /** An actor wanted more than the limits let through; once for each group of operations and ten minutes. */
    LIMIT_REACHED
}
