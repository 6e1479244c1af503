package io.crmkit.spi.limit;

import io.crmkit.actor.Permission;

/** Operations that share one limit. */
public enum LimitGroup {
    /** Reading, listing and searching; a call costs 1, and a page 1 more for every 10 records that are asked for. */
    READ,
    /** All that changes something; a call costs 1. */
    WRITE,
    /** Reports and the activity log; a call costs 1. */
    REPORT,
    /** Reports as files; a call costs 1, beside that of the report. */
    EXPORT;

    /** The group of the operations that need a permission. */
    public static LimitGroup of(Permission permission) {
        return switch (permission) {
            case REPORT_RUN -> REPORT;
            case REPORT_EXPORT -> EXPORT;
            case CUSTOMER_READ,
                    CUSTOMER_CONTACTS,
                    SENSITIVE_READ,
                    SENSITIVE_MASKED,
                    ATTRIBUTE_READ,
                    NOTE_READ,
                    NOTE_READ_DELETED,
                    TICKET_VIEW,
                    TICKET_READ,
                    COMMENT_READ,
                    FILE_LIST,
                    FILE_OPEN,
                    STAFF_READ,
                    RULE_READ,
                    NOTIFICATION_READ,
                    ACTIVITY_READ -> READ;
            default -> WRITE;
        };
    }
}
