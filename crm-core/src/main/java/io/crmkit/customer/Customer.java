package io.crmkit.customer;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A customer as one actor may see it: what the actor may not read is masked ({@code …789}) or left out, and
 * {@link #masked} names those fields. Obtained from {@link CustomerDirectory}; new components may come in minor
 * releases, so use the accessors rather than the constructor or record patterns.
 *
 * @param id the id
 * @param version counts the changes, from 1
 * @param names the names
 * @param identifiers keys in the host's systems
 * @param contacts ways to reach the customer; the first of a type is the main one
 * @param languages BCP 47 tags, best first; empty when unknown
 * @param preferredChannel how the customer likes to be reached
 * @param tier the tier
 * @param flags the flags
 * @param attributes values by the name of their {@link AttributeDefinition}, in the text form of its type
 * @param owner the agent who looks after the customer
 * @param team the team that does
 * @param createdAt when registered
 * @param createdBy who registered
 * @param updatedAt when last changed
 * @param masked names of the fields whose value the actor does not see as it is, as in {@link FieldChange#field}; one
 *     of which the actor may not even know whether it is set is named in any case
 */
public record Customer(
        CustomerId id,
        long version,
        Names names,
        List<Identifier> identifiers,
        List<Contact> contacts,
        List<String> languages,
        Optional<ContactType> preferredChannel,
        Tier tier,
        Set<CustomerFlag> flags,
        Map<String, String> attributes,
        Optional<ActorId> owner,
        TeamId team,
        Instant createdAt,
        ActorRef createdBy,
        Instant updatedAt,
        Set<String> masked) {
    /** Copies the collections. */
    public Customer {
        identifiers = List.copyOf(identifiers);
        contacts = List.copyOf(contacts);
        languages = List.copyOf(languages);
        flags = Set.copyOf(flags);
        attributes = Map.copyOf(attributes);
        masked = Set.copyOf(masked);
    }

    /** The main contact of a type. */
    public Optional<Contact> contact(ContactType type) {
        return contacts.stream().filter(c -> c.type() == type).findFirst();
    }

    /** The best language, {@code en} when none is known. */
    public String language() {
        return languages.isEmpty() ? "en" : languages.get(0);
    }

    /** Id and version only: the rest is personal. */
    @Override
    public String toString() {
        return "Customer[" + id + " v" + version + "]";
    }
}
