package io.crmkit.spi.storage;

import io.crmkit.customer.Customer;
import java.util.Optional;

/**
 * A customer, and what a storage finds the customer by.
 *
 * @param customer the customer as stored
 * @param index what was stored with it; empty if that is not there as a whole, or searches would go by something else
 */
public record IndexedCustomer(Customer customer, Optional<CustomerIndex> index) {}
