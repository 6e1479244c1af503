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
 * may not read are masked, and a search does not look into them: contacts and identifiers without
 * {@code CUSTOMER_CONTACTS}, though identifiers of the kinds {@code username} and {@code uid} are open to everybody who
 * may read the customer; sensitive attributes without {@code SENSITIVE_READ}, left out without {@code SENSITIVE_MASKED};
 * the flags for the customer himself.
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
     * Changes a customer and keeps each changed field with its former value. Needs {@code CUSTOMER_EDIT}. A command that
     * changes nothing leaves the version as it is; but where it sets or clears a sensitive attribute that the actor does
     * not see, there is always a new version and an entry in the history, so that nobody guesses a value by setting it.
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

    /**
     * Finds the customer with an identifier. Needs {@code CUSTOMER_READ}, and, but for the kinds {@code username} and
     * {@code uid}, the contacts of that customer unmasked. Log-in names, and addresses and transaction ids in hexadecimal
     * or Bech32, are the same in upper and lower case; all else is found in its own case only, since Base58 addresses
     * that differ in case are different ones.
     */
    Optional<Customer> findByIdentifier(Identifier identifier);

    /**
     * Finds the customers with a contact, oldest first, at most 50. Needs {@code CUSTOMER_READ}; customers whose
     * contacts are masked for the actor are not among them.
     *
     * @param value in any writing that {@link #register} takes
     */
    List<Customer> findByContact(ContactType type, String value);

    /**
     * Suggests customers while somebody types: the best first, and of equal ones those registered last. Needs
     * {@code CUSTOMER_READ}. Looks at names, identifiers, contacts and attributes that the actor may see; case, letter
     * variants, diacritics, joiners, the script of digits and what divides them do not matter, and words may come from
     * different fields. Every word must match; see {@link MatchTier} for how well. A whole e-mail address, a number of ten
     * digits or more, or an identifier of 26 characters or more finds those who have it, and only if there are none, those
     * of whose values it is a part. Nothing is found for less than one
     * letter or digit, nor for a text that holds a recovery phrase or private key: such are in no index either. Ends
     * after half a second, with what was found until then.
     *
     * @param typed at most 200 characters, of which the first ten words count
     * @param limit how many at most, 1 to 50
     * @throws InvalidRequestException if the text is longer, or the limit another
     */
    FoundCustomers suggest(String typed, int limit);

    /**
     * Searches customers page by page, as {@link #suggest} does; without a text all that the filters leave, newest first.
     * Needs {@code CUSTOMER_READ}. Customers who come or go between two pages neither repeat nor hide others. Ends after
     * two seconds, with what was found until then, and can be asked for more.
     *
     * @throws InvalidRequestException if the text is longer than 200 characters, or the cursor is none of a search
     */
    FoundCustomers search(CustomerQuery query, PageRequest page);

    /**
     * Defines an attribute, or changes labels, options and sensitivity of one. Needs {@code ATTRIBUTE_DEFINE}. Another
     * sensitivity counts at once for everything that is read, searched or listed from then on, and changes no customer.
     *
     * @throws InvalidRequestException if the type of an existing attribute would change or an option would go away; if an
     *     option holds a comma, or the language of a label is unknown
     */
    AttributeDefinition define(AttributeDefinition definition);

    /** Returns all attributes by name. Needs {@code ATTRIBUTE_READ}. */
    List<AttributeDefinition> attributes();

    /**
     * Looks whether customers are found by what they are, page by page in the order of their ids; changes nothing. Needs
     * {@code SEARCH_MANAGE}. An entry of the index becomes stale when a new version of the library folds texts by other
     * rules, or when somebody changed rows of the storage by other means; searches may miss such customers.
     *
     * @throws InvalidRequestException if the cursor is none of this method or {@link #rebuildIndex}
     */
    IndexCheck verifyIndex(PageRequest page);

    /**
     * The same, and makes stale entries anew, those of one page in one transaction, while others go on searching and
     * changing customers. Needs {@code SEARCH_MANAGE}. What was interrupted goes on with the cursor of the last page, or
     * from the beginning, where it finds less to do.
     *
     * @return what was stale before
     * @throws InvalidRequestException as {@link #verifyIndex} does
     * @throws DuplicateException if by the new rules two customers have the same identifier; {@link #update} one first
     */
    IndexCheck rebuildIndex(PageRequest page);

    /**
     * Returns what changed in a customer's fields since the registration, latest first. Needs {@code CUSTOMER_READ};
     * values are masked, and changes left out, as the fields are.
     */
    Page<FieldChange> history(CustomerId id, PageRequest page);

    /**
     * Returns tickets, messages, notes and changes in one list, latest first. Needs {@code CUSTOMER_READ}; each kind is
     * listed as far as its own permission reaches. Customers get their tickets and public messages only.
     */
    Page<TimelineEntry> timeline(TimelineQuery query, PageRequest page);
}
