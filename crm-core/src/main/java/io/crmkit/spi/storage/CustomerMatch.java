package io.crmkit.spi.storage;

import io.crmkit.customer.Customer;

/**
 * A customer that a search found.
 *
 * @param customer the customer
 * @param tier the index of the first tier that the customer is in, from 0
 */
public record CustomerMatch(Customer customer, int tier) {}
