package io.crmkit.customer;

import io.crmkit.page.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a search found, best first.
 *
 * @param hits the customers
 * @param next asks for those behind these; empty when there are none, or none were found in time
 * @param partial whether the time for one search was over before all customers were looked at; those that are there are
 *     the best nevertheless, and in their order
 */
public record FoundCustomers(List<CustomerHit> hits, Optional<PageRequest> next, boolean partial) {
    /** Copies the hits. */
    public FoundCustomers {
        hits = List.copyOf(hits);
    }

    /** The customers alone. */
    public List<Customer> customers() {
        return hits.stream().map(CustomerHit::customer).toList();
    }
}
