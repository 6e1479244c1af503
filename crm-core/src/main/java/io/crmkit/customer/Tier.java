package io.crmkit.customer;

/** How much a customer means to the business; one value. */
public enum Tier {
    /** Among the most valuable. */
    GOLD,
    /** The next group. */
    SILVER,
    /** New. */
    NEWCOMER,
    /** Everybody else. */
    STANDARD
}
