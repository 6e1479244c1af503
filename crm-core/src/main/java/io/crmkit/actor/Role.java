package io.crmkit.actor;

/** What somebody is to the desk; {@link AccessPolicy} says what each role may do. */
public enum Role {
    /** Runs the installation. */
    ADMIN,
    /** Leads a support team. */
    SUPPORT_SUPERVISOR,
    /** Answers customers. */
    SUPPORT_AGENT,
    /** Solves what support refers to the technical team. */
    TECH_AGENT,
    /** Leads sales. */
    SALES_MANAGER,
    /** Writes to groups of customers. */
    MARKETER,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** The embedding application. */
    HOST,
    /** The customer, for his own records. */
    CUSTOMER,
    /** Rules and timers. */
    SYSTEM
}
