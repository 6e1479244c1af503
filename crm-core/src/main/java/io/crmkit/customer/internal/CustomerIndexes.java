package io.crmkit.customer.internal;

import io.crmkit.customer.Customer;
import io.crmkit.internal.search.Searchable;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.SearchFeatures.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds what a customer is found by. */
public final class CustomerIndexes {
    /**
     * Of the rules by which texts and their features are made: of folding, of marks, of fields and of what slips become. To
     * be raised with each change of one; what is stored then is made anew by {@code rebuildIndex}.
     */
    static final int VERSION = 2;

    private CustomerIndexes() {}

    /** What that customer is found by now. */
    public static CustomerIndex of(Customer customer) {
        Searchable open = new Searchable();
        Searchable contacts = new Searchable();
        Map<String, String> attributes = new HashMap<>();
        for (CustomerFields.Field field : CustomerFields.of(customer)) {
            if (field.kind() == Kind.ATTRIBUTE) {
                attributes.put(field.attribute(), field.text());
            } else {
                field.adding().accept(field.kind() == Kind.OPEN ? open : contacts);
            }
        }
        attributes.values().removeIf(String::isEmpty);
        return new CustomerIndex(
                customer.identifiers().stream().map(IdentifierKeys::key).collect(Collectors.toSet()),
                customer.contacts().stream().map(ContactForms::key).collect(Collectors.toSet()),
                open.text(),
                contacts.text(),
                attributes,
                VERSION);
    }
}
