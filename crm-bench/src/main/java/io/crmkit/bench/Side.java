package io.crmkit.bench;

import java.util.List;

/**
 * One way to do each operation. What comes back is what the operation found, as the texts that identify it, so that both
 * ways can be compared. The number says which record: the same number is the same work.
 */
public interface Side {
    /** A registers a customer with a log-in name, a telephone number and an address. */
    List<String> register(int k);

    /** B opens the ticket of a customer. */
    List<String> open(int k);

    /** C adds a note about a customer and an order. */
    List<String> addNote(int k);

    /** Answers the k-th ticket for the first time. */
    List<String> reply(int k);

    /** D reads the first page of 20 of a customer's history. */
    List<String> timeline(int k);

    /** Reads a customer by the log-in name. */
    List<String> byIdentifier(int k);

    /** E finds customers by a part of a text. */
    List<String> search(String part);

    /** F finds notes by a tracking number. */
    List<String> tracking(int k);

    /** G computes the figures of notes on one day. */
    List<String> dashboard();

    /** H exports the deeds of agents as CSV, so many rows; returns how many. */
    List<String> activityCsv(int rows);

    /** I reads the page of 20 tickets that begins after so many. */
    List<String> tickets(int after);

    /** Reads the last notes of 50 orders from this one on. */
    List<String> lastNotes(int k);

    /** Reads what stands beside a ticket. */
    List<String> context(int k);
}
