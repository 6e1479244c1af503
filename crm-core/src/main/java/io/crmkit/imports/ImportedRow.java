package io.crmkit.imports;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.Violation;
import java.util.List;
import java.util.Optional;

/**
 * What became of one row of a file.
 *
 * @param line the line of the file on which it begins, from 1
 * @param outcome what became of it
 * @param customer who was registered, or was known; empty for other rows and in a dry run
 * @param candidates customers with a contact or identifier of the row, oldest first, at most 5
 * @param reasons why it was rejected: fields and rules, never what the row holds
 */
public record ImportedRow(
        long line,
        Outcome outcome,
        Optional<CustomerId> customer,
        List<CustomerId> candidates,
        List<Violation> reasons) {
    /** Copies the lists. */
    public ImportedRow {
        candidates = List.copyOf(candidates);
        reasons = List.copyOf(reasons);
    }

    /** What may become of a row. */
    public enum Outcome {
        /** A customer was registered, or would be in a dry run. */
        CREATED,
        /** The customer with this external id is there already; nothing was changed. */
        KNOWN,
        /** Somebody has the same contact or identifier: whether it is the same person is for people to decide. */
        CANDIDATE,
        /** The row breaks a rule. */
        REJECTED
    }
}
