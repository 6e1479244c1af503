package io.crmkit.activity;

/** How an activity went. */
public enum ActivityStatus {
    /** Done. */
    SUCCESS,
    /** Refused or broken off. */
    FAILED,
    /** Under way. */
    PENDING
}
