package io.crmkit.actor;

/** What kind of somebody acts. */
public enum ActorKind {
    /** A person of the support desk. */
    AGENT,
    /** The customer. */
    CUSTOMER,
    /** The application that embeds the CRM. */
    HOST,
    /** A rule or timer of the CRM. */
    SYSTEM
}
