package io.crmkit.customer;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks to change a customer. Immutable: every method returns another command.
 *
 * @param customer whom
 * @param expectedVersion the version that the caller saw
 * @param edits the changes, in order, at most 100
 * @param onceKey idempotency key
 */
public record UpdateCustomer(
        CustomerId customer, long expectedVersion, List<CustomerEdit> edits, Optional<String> onceKey) implements Form {
    /** Demands what has no default, and copies. */
    public UpdateCustomer {
        edits = List.copyOf(edits);
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("")
                .require(
                        edits.size() <= CustomerEdit.MOST,
                        "edits",
                        ViolationCode.TOO_LONG,
                        "has more than 100 elements")
                .once(onceKey)
                .found();
    }

    /** Changes the customer as the caller saw it. */
    public static UpdateCustomer of(Customer seen) {
        return of(seen.id(), seen.version());
    }

    /** Changes the customer whose version the caller saw. */
    public static UpdateCustomer of(CustomerId customer, long expectedVersion) {
        return new UpdateCustomer(customer, expectedVersion, List.of(), Optional.empty());
    }

    /** Sets an attribute. */
    public UpdateCustomer attribute(String name, String value) {
        return with(new CustomerEdit.SetAttribute(name, value));
    }

    /** Sets the tier. */
    public UpdateCustomer tier(Tier tier) {
        return with(new CustomerEdit.SetTier(tier));
    }

    /** Sets the flags. */
    public UpdateCustomer flags(CustomerFlag... flags) {
        return with(new CustomerEdit.SetFlags(Set.of(flags)));
    }

    /** Adds any other change. */
    public UpdateCustomer with(CustomerEdit edit) {
        List<CustomerEdit> more = new ArrayList<>(edits);
        more.add(edit);
        return new UpdateCustomer(customer, expectedVersion, more, onceKey);
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public UpdateCustomer once(String key) {
        return new UpdateCustomer(customer, expectedVersion, edits, Optional.of(key));
    }
}
