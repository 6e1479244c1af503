package io.crmkit.search;

import io.crmkit.customer.CustomerDirectory;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.page.PageRequest;

/**
 * Searches over records of several kinds, and the upkeep of what they search by. Thread-safe.
 *
 * <p>Every method throws {@link io.crmkit.error.PermissionDeniedException} before it looks at anything if the actor's
 * roles lack the permission named with it. What lies outside of the actor's reach is not found.
 *
 * <p>A text is found by what it names: numbers and codes of five and more characters with three digits, order ids as
 * {@link io.crmkit.CrmBuilder#orderIds} says, wallets, transactions, telephone numbers, hosts of web addresses. The
 * script of digits, hyphens and blanks within numbers, and upper and lower case do not matter, but for Base58, where case
 * tells wallets apart. Recovery phrases and private keys are found by nobody.
 */
public interface SearchService {
    /** The most characters of what is searched for. */
    int MAX_TEXT = 200;

    /**
     * Searches the subjects and messages of tickets, one hit for each text: first those that name exactly this, then
     * those that name what begins so, then those that name what ends so. Only if there is none of these, those in which
     * all its words stand, as parts. Each of these latest first. Words are looked for from text to text, from the latest
     * back, for about two seconds, and longer among very long ones; then the answer is partial, may have few hits or
     * none, and the next page goes on from there. Needs {@code TICKET_READ}; internal comments are looked into for those with
     * {@code COMMENT_READ} only.
     *
     * @param text a number, code or address, or a text with one in it, of which the longest counts; or words
     * @throws InvalidRequestException if the text is blank, has fewer than two letters and digits, more than
     *     {@value #MAX_TEXT} characters, or the cursor is none of this method
     */
    FoundTickets tickets(String text, PageRequest page);

    /**
     * Finds all that has to do with a number, address or transaction, in one call: customers with such an identifier or
     * contact, and the notes, tickets, messages and comments that name exactly this. Needs {@code CUSTOMER_READ}; each
     * kind is looked into as far as its own permission reaches. Customers find public messages and subjects of their own
     * tickets, and themselves.
     *
     * @throws InvalidRequestException as in {@link #tickets}
     */
    Mentions about(String reference, PageRequest page);

    /**
     * Lists notes, tickets and messages anew by what they name, oldest first, those of one page in one transaction, while
     * others go on writing and searching. Needs {@code SEARCH_MANAGE}. To be done after another pattern of order ids or
     * another region of telephone numbers was set, or texts came into the storage by other means. What was interrupted
     * goes on with the cursor of the last page, or from the beginning.
     *
     * @throws InvalidRequestException if the cursor is none of this method
     */
    RebuiltReferences rebuildReferences(PageRequest page);

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
     * @throws DuplicateException if by the new rules two customers have the same identifier;
     *     {@link CustomerDirectory#update} one first
     */
    IndexCheck rebuildIndex(PageRequest page);
}
