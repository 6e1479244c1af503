package io.crmkit.search;

import io.crmkit.customer.CustomerHit;
import io.crmkit.page.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * All that has to do with one number, address or transaction.
 *
 * @param customers those with an identifier or contact that is this, with the field; on the first page only, at most 50
 * @param texts those that name it, latest first
 * @param next asks for further texts; empty when there are none
 */
public record Mentions(List<CustomerHit> customers, List<Mention> texts, Optional<PageRequest> next) {
    /** Copies the lists. */
    public Mentions {
        customers = List.copyOf(customers);
        texts = List.copyOf(texts);
    }
}
