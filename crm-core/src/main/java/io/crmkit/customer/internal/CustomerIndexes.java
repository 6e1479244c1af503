package io.crmkit.customer.internal;

import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.internal.phone.Phones;
import io.crmkit.internal.text.Folding;
import io.crmkit.spi.storage.CustomerIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds what a customer is found by. */
final class CustomerIndexes {
    private CustomerIndexes() {}

    static CustomerIndex of(Customer customer) {
        List<String> open = new ArrayList<>(
                List.of(customer.names().given(), customer.names().family()));
        List<String> contacts = new ArrayList<>();
        for (Identifier identifier : customer.identifiers()) {
            (IdentifierKeys.isOpen(identifier.kind()) ? open : contacts).add(identifier.value());
        }
        for (Contact contact : customer.contacts()) {
            contacts.addAll(writings(contact));
        }
        Map<String, String> attributes = new HashMap<>();
        customer.attributes().forEach((name, value) -> attributes.put(name, Folding.searchText(value)));
        attributes.values().removeIf(String::isEmpty);
        return new CustomerIndex(
                customer.identifiers().stream().map(IdentifierKeys::key).collect(Collectors.toSet()),
                customer.contacts().stream().map(ContactForms::key).collect(Collectors.toSet()),
                text(open),
                text(contacts),
                attributes);
    }

    /** As registered, as compared, and as one dials it within the country. */
    private static Set<String> writings(Contact contact) {
        Set<String> writings = new LinkedHashSet<>(List.of(contact.value(), contact.normalised()));
        if (contact.type() == ContactType.PHONE && contact.normalised().startsWith("+")) {
            writings.add(Phones.national(contact.normalised()));
        }
        return writings;
    }

    /** Each value on a line of its own, so that no term is found across two. */
    private static String text(List<String> values) {
        return values.stream()
                .map(Folding::searchText)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
