package io.crmkit.actor;

/** Each thing that can be allowed. An operation names exactly one; fields that are masked have their own. */
public enum Permission {
    /** Register customers. */
    CUSTOMER_REGISTER,
    /** Read, find and search customers. */
    CUSTOMER_READ,
    /** Change customers. */
    CUSTOMER_EDIT,
    /** Merge customers, and undo that: within reach of both. */
    CUSTOMER_MERGE,
    /** See phone numbers, e-mail addresses and identifiers (but log-in name and uid) unmasked, and search in them. */
    CUSTOMER_CONTACTS,
    /** See sensitive attributes as they are, and search in them. */
    SENSITIVE_READ,
    /** See that a sensitive attribute is set, masked. */
    SENSITIVE_MASKED,
    /** Read the definitions of attributes. */
    ATTRIBUTE_READ,
    /** Define attributes. */
    ATTRIBUTE_DEFINE,
    /** Check what customers and texts are searched by, and make it anew. */
    SEARCH_MANAGE,
    /** Add notes. */
    NOTE_ADD,
    /** Read and search notes. */
    NOTE_READ,
    /** Read notes that were deleted. */
    NOTE_READ_DELETED,
    /** Edit notes: only ever one's own. */
    NOTE_EDIT,
    /** Delete notes; others' notes only with a reason. */
    NOTE_DELETE,
    /** Open tickets. */
    TICKET_OPEN,
    /** Write into a ticket as its customer. */
    TICKET_WRITE,
    /** See the customer's view of a ticket. */
    TICKET_VIEW,
    /** Rate a solved ticket. */
    TICKET_RATE,
    /** Read tickets with everything inside. */
    TICKET_READ,
    /** Read internal comments. */
    COMMENT_READ,
    /** Answer, comment, assign, refer and change tickets. */
    TICKET_WORK,
    /** Merge tickets. */
    TICKET_MERGE,
    /** Attach files where one may write. */
    FILE_ATTACH,
    /** See which files hang on what one may read. */
    FILE_LIST,
    /** Open files on what one may read. */
    FILE_OPEN,
    /** Delete and restore attachments; others' only with a reason. */
    FILE_DELETE,
    /** Compare the file store with the records. */
    FILE_SWEEP,
    /** Run the desk's reports; with {@link Scope#OWN} those of one's own figures only. */
    REPORT_RUN,
    /** Write a report as CSV. */
    REPORT_EXPORT,
    /** Read agents, teams and shifts. */
    STAFF_READ,
    /** Keep agents and teams. */
    STAFF_MANAGE,
    /** Keep shifts. */
    SHIFT_MANAGE,
    /** Read rules and what they did. */
    RULE_READ,
    /** Keep rules. */
    RULE_MANAGE,
    /** Read notifications and their state. */
    NOTIFICATION_READ,
    /** Send a notification again that was given up. */
    NOTIFICATION_RETRY,
    /** Record what a customer did in the host. */
    ACTIVITY_RECORD,
    /** Read what a customer did in the host. */
    ACTIVITY_READ
}
