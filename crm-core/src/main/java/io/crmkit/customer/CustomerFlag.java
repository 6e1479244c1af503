package io.crmkit.customer;

/** What agents should know of a customer at first sight; any number of them. */
public enum CustomerFlag {
    /** Handle with priority. */
    VIP,
    /** Past contacts were difficult. */
    CHALLENGING
}
