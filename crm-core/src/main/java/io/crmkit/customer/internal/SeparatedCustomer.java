package io.crmkit.customer.internal;

import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.Identifier;
import io.crmkit.spi.storage.MergeRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a survivor is without one merge: what the merge added goes, unless another merged customer has it too, and what it
 * replaced comes back, unless it was changed since.
 */
final class SeparatedCustomer {
    private final Customer present;
    private final MergeRecord merge;
    private final List<Customer> others;
    private final CustomerDraft draft;

    private SeparatedCustomer(Customer present, MergeRecord merge, List<Customer> others) {
        this.present = present;
        this.merge = merge;
        this.others = others;
        this.draft = CustomerDraft.of(present);
    }

    /**
     * The survivor without that merge.
     *
     * @param others the other customers who are merged into him
     */
    static CustomerDraft of(Customer present, MergeRecord merge, List<Customer> others) {
        SeparatedCustomer separated = new SeparatedCustomer(present, merge, others);
        separated.takeListsApart();
        separated.takeFieldsBack();
        separated.takeAttributesBack();
        return separated.draft;
    }

    private void takeListsApart() {
        Set<String> identifiers = added(SeparatedCustomer::identifiers);
        for (Identifier identifier : present.identifiers()) {
            if (identifiers.contains(IdentifierKeys.key(identifier))) {
                draft.remove(identifier);
            }
        }
        Set<String> contacts = added(SeparatedCustomer::contacts);
        for (Contact contact : present.contacts()) {
            if (contacts.contains(ContactForms.key(contact))) {
                draft.remove(contact);
            }
        }
        Set<CustomerFlag> flags = new HashSet<>(present.flags());
        flags.removeAll(added(Customer::flags));
        draft.flags(flags);
        draft.languages(languages());
    }

    /** In their former order, if nobody touched them since. */
    private List<String> languages() {
        Set<String> added = added(customer -> new HashSet<>(customer.languages()));
        List<String> left = new ArrayList<>(
                present.languages().equals(merge.after().languages())
                        ? merge.before().languages()
                        : present.languages());
        left.removeAll(added);
        present.languages().stream()
                .filter(language -> !left.contains(language) && !added.contains(language))
                .forEach(left::add);
        return List.copyOf(left);
    }

    /** What the merge added, and nobody else who is merged has. */
    private <T> Set<T> added(Function<Customer, Set<T>> values) {
        Set<T> added = new HashSet<>(values.apply(merge.after()));
        added.removeAll(values.apply(merge.before()));
        others.forEach(other -> added.removeAll(values.apply(other)));
        return added;
    }

    private void takeFieldsBack() {
        draft.rename(back(Customer::names));
        draft.tier(back(Customer::tier));
        draft.preferredChannel(back(Customer::preferredChannel));
        draft.care(back(Customer::owner), back(Customer::team));
    }

    private <T> T back(Function<Customer, T> field) {
        T now = field.apply(present);
        return now.equals(field.apply(merge.after())) ? field.apply(merge.before()) : now;
    }

    private void takeAttributesBack() {
        merge.after().attributes().forEach((name, value) -> {
            Optional<String> before =
                    Optional.ofNullable(merge.before().attributes().get(name));
            boolean untouched = value.equals(present.attributes().get(name));
            if (untouched && before.isPresent()) {
                draft.attribute(name, before.get());
            } else if (untouched) {
                draft.clear(name);
            }
        });
    }

    private static Set<String> identifiers(Customer customer) {
        Set<String> keys = new HashSet<>();
        customer.identifiers().forEach(identifier -> keys.add(IdentifierKeys.key(identifier)));
        return keys;
    }

    private static Set<String> contacts(Customer customer) {
        Set<String> keys = new HashSet<>();
        customer.contacts().forEach(contact -> keys.add(ContactForms.key(contact)));
        return keys;
    }
}
