package io.crmkit.spi.storage;

import io.crmkit.actor.CustomerId;
import java.util.List;
import java.util.Optional;

/** What customers are found by, to be looked at and made anew while others work. */
public interface CustomerIndexStore {
    /**
     * Lists customers by ascending id, as ids compare as unsigned 128-bit numbers, with what they are found by.
     *
     * @param after begins behind this id; empty begins with the least
     * @param limit how many at most, from 1
     */
    List<IndexedCustomer> list(Optional<CustomerId> after, int limit);

    /**
     * Replaces what customers are found by, also where nothing was, and nothing else of them: their versions stay.
     *
     * @param customers as they are stored, each with an index
     * @throws StaleVersionException if the stored version of one is another than that of its customer
     * @throws DuplicateKeyException if an identifier belongs to another customer
     */
    void replace(List<IndexedCustomer> customers);
}
