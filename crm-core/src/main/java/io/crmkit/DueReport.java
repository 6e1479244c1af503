package io.crmkit;

/**
 * What one {@link Crm#runDue()} did.
 *
 * @param ruled how often a rule acted because time had passed
 * @param sent how many notifications the notifiers took
 * @param failed how many attempts to send failed and will be repeated
 * @param dead how many notifications were given up
 * @param delivered how many files reached the file store
 */
public record DueReport(int ruled, int sent, int failed, int dead, int delivered) {}
