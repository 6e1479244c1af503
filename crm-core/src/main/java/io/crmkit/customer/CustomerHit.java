package io.crmkit.customer;

import java.util.List;
import java.util.Optional;

/**
 * A customer that was found, and why. New components may come in minor releases.
 *
 * @param customer as the actor may see it
 * @param tier how well it matches; empty if no text was asked for
 * @param matches for each word of the text where it was found best, in the order of the words
 */
public record CustomerHit(Customer customer, Optional<MatchTier> tier, List<FieldMatch> matches) {
    /** Copies the matches. */
    public CustomerHit {
        matches = List.copyOf(matches);
    }
}
