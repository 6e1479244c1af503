package io.crmkit.spi.storage;

import io.crmkit.customer.Customer;
import java.util.Optional;
import java.util.Set;

/**
 * Which texts of customers a search looks into; the open text always counts.
 *
 * @param contacts whose contact text counts
 * @param sensitive whose attribute texts count, all of them
 * @param openAttributes names of the attributes whose text counts for every customer
 */
public record TextReach(Reach contacts, Reach sensitive, Set<String> openAttributes) {
    /** Copies the names. */
    public TextReach {
        openAttributes = Set.copyOf(openAttributes);
    }

    /** The open texts alone. */
    public static TextReach openOnly() {
        return new TextReach(Reach.none(), Reach.none(), Set.of());
    }

    /** Whether a customer's contact text counts. */
    public boolean seesContactsOf(Customer customer) {
        return covers(contacts, customer);
    }

    /** Whether the text of a customer's attribute counts. */
    public boolean seesAttributeOf(Customer customer, String attribute) {
        return openAttributes.contains(attribute) || covers(sensitive, customer);
    }

    private static boolean covers(Reach reach, Customer customer) {
        return reach.covers(customer.team(), customer.owner(), Optional.of(customer.id()));
    }
}
