package io.crmkit.customer;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.ConflictException;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * The customers, as one actor may see and change them. Thread-safe.
 *
 * <p>Every method throws {@link io.crmkit.error.PermissionDeniedException} before it looks at anything if the actor's
 * roles lack the permission named with it. Customers outside of the actor's reach are not found. Fields that the actor
 * may not read are masked, and a search does not look into them.
 */
public interface CustomerDirectory {
    /**
     * Registers a customer. Needs {@code CUSTOMER_REGISTER}.
     *
     * @return the customer with id, version 1, author and time set by the CRM
     * @throws InvalidRequestException if a value breaks its rule; an e-mail address without a host, an unknown attribute
     *     or a value that does not fit its definition, an unknown language tag; a telephone number that no numbering plan
     *     knows is kept as written
     * @throws DuplicateException if an identifier belongs to another customer
     */
    Customer register(RegisterCustomer command);

    /**
     * Changes a customer and keeps each changed field with its former value. Needs {@code CUSTOMER_EDIT}.
     *
     * @throws NotFoundException if there is none within reach
     * @throws ConflictException if the stored version is not the expected one
     * @throws InvalidRequestException as in {@link #register}, or if something to be removed is not there
     * @throws DuplicateException if an identifier belongs to another customer
     */
    Customer update(UpdateCustomer command);

    /**
     * Returns a customer. Needs {@code CUSTOMER_READ}.
     *
     * @throws NotFoundException if there is none within reach
     */
    Customer get(CustomerId id);

    /** Finds the customer with an identifier. Needs {@code CUSTOMER_READ}, and the contacts of that customer unmasked. */
    Optional<Customer> findByIdentifier(Identifier identifier);

    /**
     * Finds the customers with a contact, oldest first, at most 50. Needs {@code CUSTOMER_READ}; customers whose
     * contacts are masked for the actor are not among them.
     *
     * @param value in any writing that {@link #register} takes
     */
    List<Customer> findByContact(ContactType type, String value);

    /** Searches customers, newest first. Needs {@code CUSTOMER_READ}. */
    Page<Customer> search(CustomerQuery query, PageRequest page);

    /**
     * Defines an attribute, or changes labels, options and sensitivity of one. Needs {@code ATTRIBUTE_DEFINE}.
     *
     * @throws InvalidRequestException if the type of an existing attribute would change or an option would go away
     */
    AttributeDefinition define(AttributeDefinition definition);

    /** Returns all attributes by name. Needs {@code ATTRIBUTE_READ}. */
    List<AttributeDefinition> attributes();

    /** Returns what changed in a customer's fields, latest first. Needs {@code CUSTOMER_READ}; values are masked as the fields are. */
    Page<FieldChange> history(CustomerId id, PageRequest page);

    /** Returns tickets, messages, notes and changes in one list, latest first. Needs {@code CUSTOMER_READ}. */
    Page<TimelineEntry> timeline(TimelineQuery query, PageRequest page);
}
