package io.crmkit.customer.internal;

import io.crmkit.actor.ActorId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.MergeConflict;
import io.crmkit.spi.storage.MergeRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two customers as one: lists and sets are united, what the survivor lacks is filled, and where both have one value the
 * survivor's stays.
 *
 * @param take fields whose value is the merged customer's, if he has one
 */
record UnitedCustomer(Customer survivor, Customer merged, Set<String> take) {
    static final String NAMES = "names";
    static final String LANGUAGES = "languages";
    static final String PREFERRED_CHANNEL = "preferredChannel";
    static final String TIER = "tier";
    static final String CARE = "care";

    /** The fields whose value a merge took from the merged customer, as far as that made a difference. */
    static Set<String> taken(MergeRecord merge) {
        UnitedCustomer plain = new UnitedCustomer(merge.before(), merge.merged(), Set.of());
        Map<String, String> kept = singles(plain.draft()
                .later(merge.before(), merge.after().version(), merge.after().updatedAt()));
        Map<String, String> taken = singles(merge.after());
        taken.entrySet().removeAll(kept.entrySet());
        return taken.keySet();
    }

    CustomerDraft draft() {
        CustomerDraft draft = CustomerDraft.of(survivor);
        merged.identifiers().forEach(draft::add);
        merged.contacts().forEach(draft::add);
        draft.languages(united(chosen(LANGUAGES).languages(), other(LANGUAGES).languages()));
        Set<CustomerFlag> flags = new LinkedHashSet<>(survivor.flags());
        flags.addAll(merged.flags());
        draft.flags(flags);
        draft.rename(chosen(NAMES).names());
        draft.tier(chosen(TIER).tier());
        draft.preferredChannel(chosen(PREFERRED_CHANNEL)
                .preferredChannel()
                .or(() -> other(PREFERRED_CHANNEL).preferredChannel()));
        draft.care(
                chosen(CARE).owner().or(() -> other(CARE).owner()), chosen(CARE).team());
        merged.attributes().forEach((name, value) -> {
            if (!survivor.attributes().containsKey(name) || take.contains(CustomerDeltas.ATTRIBUTE + name)) {
                draft.attribute(name, value);
            }
        });
        return draft;
    }

    private Customer chosen(String field) {
        return take.contains(field) ? merged : survivor;
    }

    private Customer other(String field) {
        return take.contains(field) ? survivor : merged;
    }

    private static List<String> united(List<String> first, List<String> second) {
        Set<String> both = new LinkedHashSet<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }

    /** The fields of which one value goes, as the actor may see them; of a field that he may not know of, nothing. */
    List<MergeConflict> conflicts(CustomerMasks masks) {
        Customer first = masks.masked(survivor);
        Customer second = masks.masked(merged);
        List<MergeConflict> conflicts = new ArrayList<>();
        singles(first).forEach((field, value) -> {
            Optional<String> other = Optional.ofNullable(singles(second).get(field));
            if (other.isPresent() && isConflict(field)) {
                conflicts.add(new MergeConflict(field, Optional.of(value), other));
            }
        });
        return conflicts;
    }

    /** Compared as they are, since different values may look the same when masked. */
    private boolean isConflict(String field) {
        Optional<String> ours = Optional.ofNullable(singles(survivor).get(field));
        Optional<String> theirs = Optional.ofNullable(singles(merged).get(field));
        return ours.isPresent() && theirs.isPresent() && !ours.equals(theirs);
    }

    private static Map<String, String> singles(Customer customer) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(NAMES, customer.names().display());
        fields.put(LANGUAGES, String.join(",", customer.languages()));
        fields.put(
                PREFERRED_CHANNEL, customer.preferredChannel().map(Enum::name).orElse(""));
        fields.put(TIER, customer.tier().name());
        fields.put(
                CARE,
                customer.owner()
                                .map(ActorId::value)
                                .map(owner -> owner + " in ")
                                .orElse("")
                        + customer.team().value());
        new TreeMap<>(customer.attributes())
                .forEach((name, value) -> fields.put(CustomerDeltas.ATTRIBUTE + name, value));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }
}
