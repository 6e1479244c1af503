package io.crmkit.notification;

/** To whom a rule sends a notice. */
public enum NoticeRecipient {
    /** The ticket's customer: by SMS to the telephone, else by e-mail, or by e-mail first if the customer
     * prefers that; nobody if there is neither. */
    CUSTOMER,
    /** The agent whom the ticket is assigned to; nobody if there is none. */
    ASSIGNEE,
    /** The lead of the ticket's team; nobody if it has none. */
    TEAM_LEAD
}
