package io.crmkit.customer;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Asks to merge a customer into another, who keeps all of both: where the two differ in a field that has one value, the
 * survivor's stays, unless {@link #taking} says otherwise. Immutable: every method returns another command.
 *
 * @param survivor who goes on
 * @param survivorVersion the version of the survivor that the caller saw
 * @param merged who ends
 * @param mergedVersion the version of the merged customer that the caller saw
 * @param take the fields whose value is the merged customer's, as {@link MergeConflict#field} names them
 * @param onceKey idempotency key
 */
public record MergeCustomers(
        CustomerId survivor,
        long survivorVersion,
        CustomerId merged,
        long mergedVersion,
        Set<String> take,
        Optional<String> onceKey)
        implements Form {
    private static final Pattern FIELD =
            Pattern.compile("names|languages|preferredChannel|tier|care|attribute\\.[a-z][A-Za-z0-9.]{0,59}");

    /** Copies the set. */
    public MergeCustomers {
        take = Set.copyOf(take);
    }

    /** Merges the second into the first, both as the caller saw them. */
    public static MergeCustomers of(Customer survivor, Customer merged) {
        return new MergeCustomers(
                survivor.id(), survivor.version(), merged.id(), merged.version(), Set.of(), Optional.empty());
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("merge")
                .require(
                        !survivor.equals(merged),
                        "merged",
                        ViolationCode.NOT_ALLOWED,
                        "must be another customer than the survivor")
                .require(
                        take.stream().allMatch(field -> FIELD.matcher(field).matches()),
                        "take",
                        ViolationCode.UNKNOWN,
                        "names a field that no conflict has")
                .once(onceKey)
                .found();
    }

    /** Takes the merged customer's value of a field, if he has one. */
    public MergeCustomers taking(String field) {
        Set<String> more = new HashSet<>(take);
        more.add(field);
        return new MergeCustomers(survivor, survivorVersion, merged, mergedVersion, more, onceKey);
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public MergeCustomers once(String key) {
        return new MergeCustomers(survivor, survivorVersion, merged, mergedVersion, take, Optional.of(key));
    }

    /** Both ids only. */
    @Override
    public String toString() {
        return "MergeCustomers[" + merged + " into " + survivor + "]";
    }
}
