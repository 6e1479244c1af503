package io.crmkit.search;

import io.crmkit.page.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a search found, in its order.
 *
 * @param hits the texts of tickets
 * @param next asks for those behind these; empty when there are none
 * @param partial whether the time for one search was over before all texts were looked at; {@code next} goes on from there
 */
public record FoundTickets(List<TicketHit> hits, Optional<PageRequest> next, boolean partial) {
    /** Copies the hits. */
    public FoundTickets {
        hits = List.copyOf(hits);
    }
}
