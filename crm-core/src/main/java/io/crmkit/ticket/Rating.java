package io.crmkit.ticket;

import java.time.Instant;

/**
 * The customer's judgement of a solved ticket.
 *
 * @param stars 1 (bad) to 5 (good)
 * @param comment what the customer wrote beside, may be empty
 * @param at when
 */
public record Rating(int stars, String comment, Instant at) {
    /** The comment is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "Rating[" + stars + "]";
    }
}
