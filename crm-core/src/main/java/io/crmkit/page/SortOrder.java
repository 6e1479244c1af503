package io.crmkit.page;

/** Which end of time a list starts from; equal times are ordered by id. */
public enum SortOrder {
    /** Latest first. */
    NEWEST_FIRST,
    /** Earliest first. */
    OLDEST_FIRST
}
