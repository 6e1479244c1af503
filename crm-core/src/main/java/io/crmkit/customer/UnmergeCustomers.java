package io.crmkit.customer;

import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Asks to undo a merge. Immutable: every method returns another command.
 *
 * @param merge which
 * @param survivorVersion the version of the survivor that the caller saw
 * @param onceKey idempotency key
 */
public record UnmergeCustomers(MergeId merge, long survivorVersion, Optional<String> onceKey) implements Form {
    /** Undoes the merge, the survivor being as the caller saw him. */
    public static UnmergeCustomers of(CustomerMerge merge, Customer survivor) {
        return new UnmergeCustomers(merge.id(), survivor.version(), Optional.empty());
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("unmerge").once(onceKey).found();
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public UnmergeCustomers once(String key) {
        return new UnmergeCustomers(merge, survivorVersion, Optional.of(key));
    }

    /** The key is left out: it is the caller's. */
    @Override
    public String toString() {
        return "UnmergeCustomers[" + merge + "]";
    }
}
