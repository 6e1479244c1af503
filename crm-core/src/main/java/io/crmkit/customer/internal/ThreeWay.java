package io.crmkit.customer.internal;

import io.crmkit.customer.Customer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A three-way merge of fields: what was changed between two states of a customer is changed in a third one too.
 *
 * @param base what is changed
 * @param from the state before the change
 * @param to the state after it
 */
record ThreeWay(Customer base, Customer from, Customer to) {
    static CustomerDraft of(Customer base, Customer from, Customer to) {
        return new ThreeWay(base, from, to).draft();
    }

    private CustomerDraft draft() {
        CustomerDraft draft = CustomerDraft.of(to);
        draft.rename(single(Customer::names));
        draft.tier(single(Customer::tier));
        draft.preferredChannel(single(Customer::preferredChannel));
        draft.care(single(Customer::owner), single(Customer::team));
        draft.languages(list(Customer::languages, language -> language));
        to.identifiers().forEach(draft::remove);
        list(Customer::identifiers, IdentifierKeys::key).forEach(draft::add);
        to.contacts().forEach(draft::remove);
        list(Customer::contacts, ContactForms::key).forEach(draft::add);
        draft.flags(new HashSet<>(list(customer -> List.copyOf(customer.flags()), Enum::name)));
        attributes(draft);
        return draft;
    }

    private <T> T single(Function<Customer, T> field) {
        T now = field.apply(to);
        return now.equals(field.apply(from)) ? field.apply(base) : now;
    }

    /** In the order of whoever changed it last. */
    private <T> List<T> list(Function<Customer, List<T>> field, Function<T, String> key) {
        if (field.apply(to).equals(field.apply(from))) {
            return field.apply(base);
        }
        Map<String, T> before = byKey(field.apply(from), key);
        Map<String, T> left = byKey(field.apply(base), key);
        Map<String, T> result = new LinkedHashMap<>();
        byKey(field.apply(to), key).forEach((name, value) -> {
            T ours = left.remove(name);
            boolean untouched = value.equals(before.get(name));
            if (ours != null || !before.containsKey(name)) {
                result.put(name, ours != null && untouched ? ours : value);
            }
        });
        left.keySet().removeAll(before.keySet());
        result.putAll(left);
        return new ArrayList<>(result.values());
    }

    private static <T> Map<String, T> byKey(List<T> values, Function<T, String> key) {
        Map<String, T> result = new LinkedHashMap<>();
        values.forEach(value -> result.put(key.apply(value), value));
        return result;
    }

    private void attributes(CustomerDraft draft) {
        Set<String> names = new HashSet<>(base.attributes().keySet());
        names.addAll(to.attributes().keySet());
        for (String name : names) {
            String now = to.attributes().get(name);
            boolean untouched = Objects.equals(now, from.attributes().get(name));
            String value = untouched ? base.attributes().get(name) : now;
            if (value == null) {
                draft.clear(name);
            } else {
                draft.attribute(name, value);
            }
        }
    }
}
