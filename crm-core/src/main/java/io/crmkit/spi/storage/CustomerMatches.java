package io.crmkit.spi.storage;

import java.util.List;

/**
 * What a search found.
 *
 * @param matches in order
 * @param partial whether the search ended before its time because the budget was spent
 */
public record CustomerMatches(List<CustomerMatch> matches, boolean partial) {
    /** Copies the matches. */
    public CustomerMatches {
        matches = List.copyOf(matches);
    }
}
