package io.crmkit.search;

import io.crmkit.customer.CustomerDirectory;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.page.PageRequest;

/** Keeps what is searched by. Thread-safe. */
public interface SearchService {
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
     * @throws DuplicateException if by the new rules two customers have the same identifier; {@link CustomerDirectory#update} one first
     */
    IndexCheck rebuildIndex(PageRequest page);
}
