package io.crmkit.customer.internal;

import io.crmkit.actor.ActorKind;
import io.crmkit.actor.Permission;
import io.crmkit.actor.TeamId;
import io.crmkit.audit.FieldDelta;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.internal.access.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes of a stored customer what one actor may see: contacts and identifiers (but for log-in name and uid) as
 * {@code CUSTOMER_CONTACTS} reaches, sensitive attributes as {@code SENSITIVE_READ} and {@code SENSITIVE_MASKED} do.
 * Flags, owner and team are the desk's own and kept from the customer. A sensitive attribute that the actor may not even
 * know to be set is named as masked whether it is set or not.
 */
public final class CustomerMasks {
    /** From the most to the least. */
    private enum Sight {
        CLEAR,
        MASKED,
        HIDDEN
    }

    private static final Set<String> DESK_FIELDS =
            Set.of(CustomerDeltas.FLAGS, CustomerDeltas.OWNER, CustomerDeltas.TEAM);

    private final Reading reading;
    private final AttributeCatalog attributes;

    private CustomerMasks(Reading reading) {
        this.reading = reading;
        this.attributes = AttributeCatalog.of(reading.tx());
    }

    /** The masks of one actor in one transaction, for many customers. */
    public static CustomerMasks of(Reading reading) {
        return new CustomerMasks(reading);
    }

    /** One customer as the actor may see it. */
    public static Customer masked(Customer customer, Reading reading) {
        return of(reading).masked(customer);
    }

    /** The customer as the actor may see it. */
    public Customer masked(Customer customer) {
        return masked(customer, List.of(customer));
    }

    /** The same of somebody who would have what several customers have: what the actor may see of each of them. */
    Customer masked(Customer customer, List<Customer> origins) {
        Set<String> masked = new TreeSet<>();
        List<Identifier> identifiers = new ArrayList<>();
        for (Identifier identifier : customer.identifiers()) {
            boolean clear = isClear(CustomerDeltas.IDENTIFIER + identifier.kind(), origins, masked);
            identifiers.add(clear ? identifier : Mask.of(identifier));
        }
        List<Contact> contacts = new ArrayList<>();
        for (Contact contact : customer.contacts()) {
            boolean clear = isClear(CustomerDeltas.CONTACT + contact.type(), origins, masked);
            contacts.add(clear ? contact : Mask.of(contact));
        }
        Map<String, String> values = attributes(customer, origins, masked);
        boolean flagsClear = isClear(CustomerDeltas.FLAGS, origins, masked);
        return new Customer(
                customer.id(),
                customer.version(),
                customer.names(),
                identifiers,
                contacts,
                customer.languages(),
                customer.preferredChannel(),
                customer.tier(),
                flagsClear ? customer.flags() : Set.of(),
                values,
                isClear(CustomerDeltas.OWNER, origins, masked) ? customer.owner() : Optional.empty(),
                isClear(CustomerDeltas.TEAM, origins, masked) ? customer.team() : TeamId.SUPPORT,
                customer.createdAt(),
                customer.createdBy(),
                customer.updatedAt(),
                masked);
    }

    /** The definitions that decide. */
    AttributeCatalog attributes() {
        return attributes;
    }

    /** Whether the actor does not see a field's value as it is. */
    boolean hidesValue(String field, Customer customer) {
        return sight(field, customer) != Sight.CLEAR;
    }

    /** Whether the actor may not even know that a field is set. */
    boolean hidesPresence(String field, Customer customer) {
        return sight(field, customer) == Sight.HIDDEN;
    }

    /** A change as the actor may see it; empty if not even that the field was set. */
    Optional<FieldDelta> masked(FieldDelta delta, Customer customer) {
        return switch (sight(delta.field(), customer)) {
            case CLEAR -> Optional.of(delta);
            case MASKED ->
                Optional.of(new FieldDelta(
                        delta.field(),
                        delta.before().map(value -> mask(delta.field(), value)),
                        delta.after().map(value -> mask(delta.field(), value))));
            case HIDDEN -> Optional.empty();
        };
    }

    private Map<String, String> attributes(Customer customer, List<Customer> origins, Set<String> masked) {
        Map<String, String> values = new TreeMap<>();
        customer.attributes().forEach((name, value) -> {
            String field = CustomerDeltas.ATTRIBUTE + name;
            Sight sight = sight(field, origins);
            if (sight == Sight.CLEAR) {
                values.put(name, value);
            } else if (sight == Sight.MASKED) {
                values.put(name, Mask.of(value));
                masked.add(field);
            }
        });
        if (origins.stream().allMatch(origin -> reaches(Permission.SENSITIVE_READ, origin))) {
            return values;
        }
        for (AttributeDefinition definition : attributes.all()) {
            String field = CustomerDeltas.ATTRIBUTE + definition.name();
            if (sight(field, origins) == Sight.HIDDEN) {
                masked.add(field);
            }
        }
        return values;
    }

    private boolean isClear(String field, List<Customer> origins, Set<String> masked) {
        boolean clear = sight(field, origins) == Sight.CLEAR;
        if (!clear) {
            masked.add(field);
        }
        return clear;
    }

    private Sight sight(String field, List<Customer> origins) {
        Sight least = sight(field, origins.get(0));
        for (Customer origin : origins.subList(1, origins.size())) {
            Sight sight = sight(field, origin);
            least = sight.compareTo(least) > 0 ? sight : least;
        }
        return least;
    }

    private Sight sight(String field, Customer customer) {
        if (DESK_FIELDS.contains(field)) {
            return reading.actor().kind() == ActorKind.CUSTOMER ? Sight.HIDDEN : Sight.CLEAR;
        }
        if (isContact(field)) {
            return reaches(Permission.CUSTOMER_CONTACTS, customer) ? Sight.CLEAR : Sight.MASKED;
        }
        boolean open = reaches(Permission.SENSITIVE_READ, customer)
                || !field.startsWith(CustomerDeltas.ATTRIBUTE)
                || !attributes.isSensitive(field.substring(CustomerDeltas.ATTRIBUTE.length()));
        if (open) {
            return Sight.CLEAR;
        }
        return reaches(Permission.SENSITIVE_MASKED, customer) ? Sight.MASKED : Sight.HIDDEN;
    }

    private static boolean isContact(String field) {
        return field.startsWith(CustomerDeltas.CONTACT)
                || (field.startsWith(CustomerDeltas.IDENTIFIER)
                        && !IdentifierKeys.isOpen(field.substring(CustomerDeltas.IDENTIFIER.length())));
    }

    private boolean reaches(Permission permission, Customer customer) {
        return reading.reach(permission).covers(customer.team(), customer.owner(), Optional.of(customer.id()));
    }

    private static String mask(String field, String value) {
        for (ContactType type : ContactType.values()) {
            if (field.equals(CustomerDeltas.CONTACT + type)) {
                return Mask.of(new Contact(type, value, value)).value();
            }
        }
        return Mask.of(value);
    }
}
