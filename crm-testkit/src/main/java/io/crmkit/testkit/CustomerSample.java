package io.crmkit.testkit;

import io.crmkit.actor.ActorId;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A customer for tests, one part after another. Not thread-safe. */
public final class CustomerSample {
    private CustomerId id;
    private long version = 1;
    private Names names;
    private List<Identifier> identifiers = List.of();
    private List<Contact> contacts = List.of();
    private List<String> languages = List.of();
    private Optional<ContactType> preferredChannel = Optional.empty();
    private Tier tier = Tier.STANDARD;
    private Set<CustomerFlag> flags = Set.of();
    private Map<String, String> attributes = Map.of();
    private Optional<ActorId> owner = Optional.empty();
    private TeamId team = TeamId.SUPPORT;
    private Instant createdAt;
    private Instant updatedAt;

    CustomerSample(CustomerId id, Names names, Instant createdAt) {
        this.id = id;
        this.names = names;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** The next version of {@code customer}, otherwise the same. */
    public static CustomerSample after(Customer customer) {
        CustomerSample next = new CustomerSample(customer.id(), customer.names(), customer.createdAt());
        next.version = customer.version() + 1;
        next.identifiers = customer.identifiers();
        next.contacts = customer.contacts();
        next.languages = customer.languages();
        next.preferredChannel = customer.preferredChannel();
        next.tier = customer.tier();
        next.flags = customer.flags();
        next.attributes = customer.attributes();
        next.owner = customer.owner();
        next.team = customer.team();
        next.updatedAt = customer.updatedAt().plusSeconds(1);
        return next;
    }

    /** With this id. */
    public CustomerSample id(UUID value) {
        id = new CustomerId(value);
        return this;
    }

    /** In this version. */
    public CustomerSample version(long value) {
        version = value;
        return this;
    }

    /** Named so. */
    public CustomerSample names(String given, String family) {
        names = new Names(given, family);
        return this;
    }

    /** With these identifiers only. */
    public CustomerSample identifiers(Identifier... values) {
        identifiers = List.of(values);
        return this;
    }

    /** With these contacts only. */
    public CustomerSample contacts(Contact... values) {
        contacts = List.of(values);
        return this;
    }

    /** With these languages only. */
    public CustomerSample languages(String... tags) {
        languages = List.of(tags);
        return this;
    }

    /** Preferring this channel. */
    public CustomerSample preferredChannel(ContactType value) {
        preferredChannel = Optional.of(value);
        return this;
    }

    /** With this tier. */
    public CustomerSample tier(Tier value) {
        tier = value;
        return this;
    }

    /** With these flags only. */
    public CustomerSample flags(CustomerFlag... values) {
        flags = Set.of(values);
        return this;
    }

    /** With these attributes only. */
    public CustomerSample attributes(Map<String, String> values) {
        attributes = values;
        return this;
    }

    /** In the care of this agent. */
    public CustomerSample owner(ActorId value) {
        owner = Optional.of(value);
        return this;
    }

    /** Of this team. */
    public CustomerSample team(TeamId value) {
        team = value;
        return this;
    }

    /** Registered, and not changed since, at this time. */
    public CustomerSample createdAt(Instant value) {
        createdAt = value;
        updatedAt = value;
        return this;
    }

    /** Makes the customer. */
    public Customer build() {
        return new Customer(
                id,
                version,
                names,
                identifiers,
                contacts,
                languages,
                preferredChannel,
                tier,
                flags,
                attributes,
                owner,
                team,
                createdAt,
                SampleRecords.AGENT,
                updatedAt,
                Set.of());
    }
}
