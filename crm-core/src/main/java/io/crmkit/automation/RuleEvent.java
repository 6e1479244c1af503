package io.crmkit.automation;

/** What a rule can react to at once. */
public enum RuleEvent {
    /** A ticket was opened, follow-ups included. */
    TICKET_OPENED,
    /** The customer wrote into a ticket. */
    CUSTOMER_WROTE,
    /** A person answered. */
    AGENT_REPLIED,
    /** A ticket was solved. */
    TICKET_SOLVED,
    /** A ticket was reopened. */
    TICKET_REOPENED,
    /** A ticket was referred to another team. */
    TICKET_REFERRED
}
