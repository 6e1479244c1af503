package io.crmkit.customer.internal;

import io.crmkit.actor.ActorId;
import io.crmkit.audit.FieldDelta;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.internal.delta.Deltas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The fields in which two states of a customer differ, under the names that history, masks and violations share. */
final class CustomerDeltas {
    static final String CONTACT = "contact.";
    static final String IDENTIFIER = "identifier.";
    static final String ATTRIBUTE = "attribute.";
    static final String FLAGS = "flags";
    static final String OWNER = "owner";
    static final String TEAM = "team";

    private CustomerDeltas() {}

    static List<FieldDelta> ofNew(Customer customer) {
        List<FieldDelta> deltas = new ArrayList<>(Deltas.between(Map.of(), single(customer)));
        deltas.addAll(lists(Map.of(), multiple(customer)));
        return deltas;
    }

    /** What differs, and also the attributes among {@code always} that have a value. */
    static List<FieldDelta> between(Customer before, Customer after, Set<String> always) {
        List<FieldDelta> deltas = new ArrayList<>(Deltas.between(single(before), single(after), always));
        deltas.addAll(lists(multiple(before), multiple(after)));
        return deltas;
    }

    private static Map<String, String> single(Customer customer) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("names.given", customer.names().given());
        fields.put("names.family", customer.names().family());
        fields.put("languages", String.join(",", customer.languages()));
        fields.put(
                "preferredChannel", customer.preferredChannel().map(Enum::name).orElse(""));
        fields.put("tier", customer.tier().name());
        fields.put(FLAGS, customer.flags().stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
        fields.put(OWNER, customer.owner().map(ActorId::value).orElse(""));
        fields.put(TEAM, customer.team().value());
        new TreeMap<>(customer.attributes()).forEach((name, value) -> fields.put(ATTRIBUTE + name, value));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private static Map<String, List<String>> multiple(Customer customer) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Identifier identifier : customer.identifiers()) {
            add(fields, IDENTIFIER + identifier.kind(), identifier.value());
        }
        for (Contact contact : customer.contacts()) {
            add(fields, CONTACT + contact.type(), contact.value());
        }
        return fields;
    }

    private static void add(Map<String, List<String>> fields, String field, String value) {
        fields.computeIfAbsent(field, f -> new ArrayList<>()).add(value);
    }

    private static List<FieldDelta> lists(Map<String, List<String>> before, Map<String, List<String>> after) {
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        List<FieldDelta> deltas = new ArrayList<>();
        for (String field : fields) {
            deltas.addAll(list(field, before.getOrDefault(field, List.of()), after.getOrDefault(field, List.of())));
        }
        return deltas;
    }

    /** The first value that went with the first that came, and so on; with neither, another value became the main one. */
    private static List<FieldDelta> list(String field, List<String> before, List<String> after) {
        List<String> gone =
                before.stream().filter(value -> !after.contains(value)).toList();
        List<String> come =
                after.stream().filter(value -> !before.contains(value)).toList();
        List<FieldDelta> deltas = new ArrayList<>();
        for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            deltas.add(new FieldDelta(field, at(gone, i), at(come, i)));
        }
        for (int i = 0; deltas.isEmpty() && i < after.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                deltas.add(new FieldDelta(field, at(before, i), at(after, i)));
            }
        }
        return deltas;
    }

    private static Optional<String> at(List<String> values, int index) {
        return index < values.size() ? Optional.of(values.get(index)) : Optional.empty();
    }
}
