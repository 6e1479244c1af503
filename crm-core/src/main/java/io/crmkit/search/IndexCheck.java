package io.crmkit.search;

import io.crmkit.actor.CustomerId;
import io.crmkit.page.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a look at one page of the search index found.
 *
 * @param customers how many customers were looked at
 * @param stale those whom searches would not find by what they are now
 * @param next goes on behind these; empty when all were looked at
 */
public record IndexCheck(int customers, List<CustomerId> stale, Optional<PageRequest> next) {
    /** Copies the ids. */
    public IndexCheck {
        stale = List.copyOf(stale);
    }
}
