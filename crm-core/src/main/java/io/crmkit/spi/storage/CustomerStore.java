package io.crmkit.spi.storage;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.Customer;
import java.util.List;
import java.util.Optional;

/** Customers: ordered by {@code createdAt} and id; in reach by team, owner and id. */
public interface CustomerStore {
    /**
     * Adds a customer.
     *
     * @throws DuplicateKeyException if the id ({@code id}) or an identifier (its kind) is taken
     */
    void insert(Customer customer, CustomerIndex index);

    /**
     * Replaces a customer and what it is found by.
     *
     * @throws StaleVersionException if the stored version is not {@code customer.version() - 1}
     * @throws DuplicateKeyException if an identifier belongs to another customer
     */
    void update(Customer customer, CustomerIndex index);

    /** Finds a customer by id. */
    Optional<Customer> find(CustomerId id, Reach reach);

    /**
     * Finds a customer by id to add records about him: until the transaction ends, nobody takes him out by
     * {@link MergeStore#take}. Several transactions that hold one customer do not refuse each
     * other, though they may wait. Whoever is too late because another
     * takes him fails with {@link io.crmkit.error.StorageBusyException}, at this call or at the commit.
     */
    Optional<Customer> hold(CustomerId id, Reach reach);

    /** Finds the customer with a unique key of {@link CustomerIndex#identifiers}. */
    Optional<Customer> findByIdentifier(String key, Reach reach);

    /** Finds the oldest customers with a key of {@link CustomerIndex#contacts}. */
    List<Customer> findByContact(String key, Reach reach, int limit);

    /** Lists customers. */
    List<Customer> list(CustomerCriteria criteria, Slice slice);

    /**
     * Answers a search: its first {@code limit} customers, in its order, as this transaction sees customers, their texts
     * and what it wrote itself. When the budget is spent it may end early; then what is returned is the beginning of the
     * full answer, possibly nothing, in the same order, and {@code partial}. An answer that is not partial is the full
     * one.
     */
    CustomerMatches search(CustomerSearch search);

    /** Adds the definition of an attribute or replaces the one of that name. */
    void saveAttribute(AttributeDefinition definition);

    /** Returns all saved definitions by name. */
    List<AttributeDefinition> attributes();
}
