package io.crmkit.spi.storage;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.MergeId;
import java.util.List;
import java.util.Optional;

/**
 * Merges of customers: who went into whom, and what went along. A merge whose {@link MergeRecord#endedAt} is empty holds.
 */
public interface MergeStore {
    /**
     * Finds a customer to take him out, as the transaction's first call. Until the transaction ends nobody else can
     * {@link CustomerStore#hold}, update or take him, and what others wrote holding him is seen by this transaction.
     *
     * @return empty if there is none
     * @throws io.crmkit.error.StorageBusyException if others hold, update or take him at the moment
     */
    Optional<Customer> take(CustomerId id);

    /**
     * Removes a customer whom this transaction took: he is in no list, search or look-up any more, and his identifiers
     * are free. What other stores hold about him stays as it is.
     */
    void remove(CustomerId taken);

    /**
     * Adds a merge.
     *
     * @throws DuplicateKeyException if the id ({@code id}) is taken, or another merge of the merged customer holds
     *     ({@code merged})
     */
    void insert(MergeRecord record);

    /**
     * Replaces {@link MergeRecord#endedAt} of a merge, and what the survivor was before and after it.
     *
     * @throws StaleVersionException if the stored version is not {@code record.version() - 1}
     */
    void update(MergeRecord record);

    /** Finds a merge, one that was undone too. */
    Optional<MergeRecord> find(MergeId id);

    /** Finds the merge that holds by which a customer went into another. */
    Optional<MergeRecord> findByMerged(CustomerId merged);

    /** Returns the merges that hold into a customer, oldest first, by time and then id. */
    List<MergeRecord> into(CustomerId survivor);

    /**
     * Gives all that belongs to {@code record.merged()} to {@code record.survivor()}, in the same number of statements
     * whatever there is: notes and tickets, each with the next version; messages, notifications, activities and audit
     * entries, which keep theirs. Keeps in mind which they were.
     */
    void move(MergeRecord record);

    /**
     * Gives back what {@link #move} gave away for this merge, with the messages and notifications of those tickets that
     * came since, and forgets which they were. Notes and tickets get the next version.
     */
    void moveBack(MergeRecord record);
}
