package io.crmkit.customer;

/** Ways to reach a customer. */
public enum ContactType {
    /** A telephone number that takes text messages. */
    PHONE,
    /** An e-mail address. */
    EMAIL,
    /** A name at a messenger service. */
    MESSENGER
}
