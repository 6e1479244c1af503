package io.crmkit.activity;

/** Kinds of activity. */
public enum ActivityType {
    /** Joined. */
    SIGNUP,
    /** Logged in. */
    LOGIN,
    /** Took a step of the identity check. */
    KYC_STEP,
    /** Paid in. */
    DEPOSIT,
    /** Took out. */
    WITHDRAWAL,
    /** Traded. */
    TRADE,
    /** Moved between own accounts or to another customer. */
    TRANSFER,
    /** Placed an order. */
    ORDER
}
