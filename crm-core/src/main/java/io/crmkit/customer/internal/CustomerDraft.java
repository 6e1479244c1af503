package io.crmkit.customer.internal;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.Names;
import io.crmkit.customer.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A customer while edits are applied. One per command. */
final class CustomerDraft {
    private @Nullable Names names;
    private final List<Identifier> identifiers = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private List<String> languages = List.of();
    private Optional<ContactType> preferredChannel = Optional.empty();
    private Tier tier = Tier.STANDARD;
    private Set<CustomerFlag> flags = Set.of();
    private final Map<String, String> attributes = new TreeMap<>();
    private Optional<ActorId> owner = Optional.empty();
    private TeamId team;

    private CustomerDraft(TeamId team) {
        this.team = team;
    }

    /** Nobody yet, in that team's care. */
    static CustomerDraft blank(TeamId team) {
        return new CustomerDraft(team);
    }

    static CustomerDraft of(Customer customer) {
        CustomerDraft draft = new CustomerDraft(customer.team());
        draft.names = customer.names();
        draft.identifiers.addAll(customer.identifiers());
        draft.contacts.addAll(customer.contacts());
        draft.languages = customer.languages();
        draft.preferredChannel = customer.preferredChannel();
        draft.tier = customer.tier();
        draft.flags = customer.flags();
        draft.attributes.putAll(customer.attributes());
        draft.owner = customer.owner();
        return draft;
    }

    boolean isNamed() {
        return names != null;
    }

    void rename(Names other) {
        names = other;
    }

    void add(Identifier identifier) {
        if (identifiers.stream().noneMatch(known -> same(known, identifier))) {
            identifiers.add(identifier);
        }
    }

    boolean remove(Identifier identifier) {
        return identifiers.removeIf(known -> same(known, identifier));
    }

    void add(Contact contact) {
        if (contacts.stream().noneMatch(known -> same(known, contact))) {
            contacts.add(contact);
        }
    }

    boolean remove(Contact contact) {
        return contacts.removeIf(known -> same(known, contact));
    }

    void languages(List<String> tags) {
        languages = tags;
    }

    void preferredChannel(Optional<ContactType> type) {
        preferredChannel = type;
    }

    void tier(Tier other) {
        tier = other;
    }

    void flags(Set<CustomerFlag> others) {
        flags = others;
    }

    void attribute(String name, String value) {
        attributes.put(name, value);
    }

    boolean clear(String attribute) {
        return attributes.remove(attribute) != null;
    }

    void care(Optional<ActorId> agent, TeamId other) {
        owner = agent;
        team = other;
    }

    /** The first version. */
    Customer first(CustomerId id, Instant now, ActorRef by) {
        return build(id, 1, new Stamp(now, by, now));
    }

    /** A later state of that customer. */
    Customer later(Customer before, long version, Instant updatedAt) {
        return build(before.id(), version, new Stamp(before.createdAt(), before.createdBy(), updatedAt));
    }

    private record Stamp(Instant createdAt, ActorRef createdBy, Instant updatedAt) {}

    private Customer build(CustomerId id, long version, Stamp stamp) {
        return new Customer(
                id,
                version,
                Objects.requireNonNull(names),
                identifiers,
                contacts,
                languages,
                preferredChannel,
                tier,
                flags,
                attributes,
                owner,
                team,
                stamp.createdAt(),
                stamp.createdBy(),
                stamp.updatedAt(),
                Set.of());
    }

    private static boolean same(Identifier one, Identifier other) {
        return IdentifierKeys.key(one).equals(IdentifierKeys.key(other));
    }

    private static boolean same(Contact one, Contact other) {
        return ContactForms.key(one).equals(ContactForms.key(other));
    }
}
