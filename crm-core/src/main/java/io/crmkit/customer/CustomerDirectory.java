package io.crmkit.customer;

import io.crmkit.actor.CustomerId;
import io.crmkit.error.ConflictException;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.MergedException;
import io.crmkit.error.NotFoundException;
import io.crmkit.imports.ImportCustomers;
import io.crmkit.imports.ImportReport;
import io.crmkit.imports.ImportedRow;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
     * @throws MergedException if the customer was merged into another
     * @throws ConflictException if the stored version is not the expected one
     * @throws InvalidRequestException as in {@link #register}, or if something to be removed is not there
     * @throws DuplicateException if an identifier belongs to another customer
     */
    Customer update(UpdateCustomer command);

    /**
     * Returns a customer; for one who was merged, whoever goes on for him. Needs {@code CUSTOMER_READ}.
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
     * Finds customers who may be the same person: with an equal contact, an equal name or a similar one. Needs
     * {@code CUSTOMER_READ}; contacts count where the actor sees them, of this customer the first 20 and of the other
     * all. At most 50, the highest score first, and of equal ones those registered first; of those who share one contact or
     * name only the first 50 are looked at. Ends after two seconds, with what was found until then. Never merges anybody.
     *
     * @throws NotFoundException if there is none within reach
     */
    List<DuplicateCandidate> duplicates(CustomerId id);

    /**
     * Says what a merge of two customers would do, and changes nothing. Needs {@code CUSTOMER_MERGE} on both.
     *
     * @throws NotFoundException if one of them is not within reach
     * @throws MergedException if one of them was merged into another
     * @throws InvalidRequestException if both are the same
     */
    MergePreview mergePreview(CustomerId survivor, CustomerId merged);

    /**
     * Merges a customer into another, who keeps all that both have: identifiers, contacts, languages, flags and
     * attributes are united, and notes, tickets with their messages, notifications, activities and both histories are the
     * survivor's from then on. Needs {@code CUSTOMER_MERGE} on both.
     *
     * <p>The merged customer is found by no search, list or suggestion any more. His id stays good for ever: what is read
     * by it, or added about him, is the survivor's, also when that one is merged again. Only a change of the merged
     * customer himself is refused. No rule is set off. The audit has the ids of both and no values.
     *
     * @throws NotFoundException if one of them is not within reach
     * @throws MergedException if one of them was merged into another already
     * @throws ConflictException if a stored version is not the expected one
     * @throws InvalidRequestException if both are the same, or {@code take} names what can be no field of a
     *     conflict
     */
    CustomerMerge merge(MergeCustomers command);

    /**
     * Undoes a merge: the merged customer is there again as he was, with his id, his version and all that went along, and
     * the survivor is what he would be without him, also after later merges. What was changed or added since stays with the
     * survivor, but for messages and notifications in tickets that go back. A survivor who was merged himself has to be separated first; of several
     * merges into one customer each can be undone. Needs {@code CUSTOMER_MERGE} on both.
     *
     * @return the customer who is there again
     * @throws NotFoundException if there is no such merge, or not within reach
     * @throws MergedException if the survivor was merged into another
     * @throws ConflictException if the survivor's stored version is not the expected one
     * @throws InvalidRequestException if the merge was undone before
     * @throws DuplicateException if an identifier of the merged customer belongs to a third one by now
     */
    Customer unmerge(UnmergeCustomers command);

    /**
     * Returns the merges into a customer that can be undone, oldest first. Needs {@code CUSTOMER_READ}.
     *
     * @throws NotFoundException if there is none within reach
     */
    List<CustomerMerge> merges(CustomerId id);

    /**
     * Imports customers from a CSV file in UTF-8, with or without byte order mark, whose first line names the columns.
     * Needs {@code CUSTOMER_REGISTER} and {@code CUSTOMER_READ}. Counts as one call; takes memory for one row, which may
     * have a million characters, however long the file is.
     *
     * <p>Each row is one transaction. Cells are cleaned: blanks and invisible characters at both ends and the apostrophe
     * that an export put before what looks like a formula go; telephone numbers and external ids may have digits of any script.
     * A row whose external id is there is {@code KNOWN}; one with a contact or other identifier of somebody whom the actor
     * sees, or with an identifier of anybody else, is a {@code CANDIDATE}; what breaks a rule of {@link #register}, has
     * bytes that are no UTF-8 or more cells than the first line, or could not be known again, is {@code REJECTED}, so every
     * row without external id if the actor would not see the contacts; any other is {@code CREATED}. So an import that was
     * broken off may simply be repeated, and a second run creates nobody. A dry run does not know of duplicates within the
     * file.
     *
     * @param csv the file, which stays open
     * @param rows is told of each row after its transaction; what it throws ends the import
     * @throws InvalidRequestException if the columns named are not all there once, if the first line is not UTF-8 or the
     *     file no CSV, or the command by itself is wrong; rows before that may have been imported, as the consumer was told
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    ImportReport importCsv(ImportCustomers command, InputStream csv, Consumer<ImportedRow> rows);

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
