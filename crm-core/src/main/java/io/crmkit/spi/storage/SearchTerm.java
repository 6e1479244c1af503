package io.crmkit.spi.storage;

import java.util.List;
import java.util.Set;

/**
 * A condition on the texts of a customer: one of the patterns occurs in one of them, character for character. A pattern
 * is not empty, has no wildcards, and does not reach from one text into another.
 *
 * @param patterns what is looked for, at least one
 */
public record SearchTerm(List<String> patterns) {
    /** Copies the patterns. */
    public SearchTerm {
        patterns = List.copyOf(patterns);
    }

    /** One pattern. */
    public static SearchTerm of(String pattern) {
        return new SearchTerm(List.of(pattern));
    }

    /** One of these patterns: without those that have another one in them, since these occur where that one does. */
    public static SearchTerm oneOf(Set<String> patterns) {
        return new SearchTerm(patterns.stream()
                .filter(pattern ->
                        patterns.stream().noneMatch(other -> !other.equals(pattern) && pattern.contains(other)))
                .toList());
    }

    /** Whether it holds for a text. */
    public boolean occursIn(String text) {
        for (String pattern : patterns) {
            if (text.contains(pattern)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text for which it holds is one for which the other one holds: each pattern has one of the other's in it. */
    public boolean implies(SearchTerm other) {
        for (String pattern : patterns) {
            if (!other.occursIn(pattern)) {
                return false;
            }
        }
        return true;
    }

    /** The patterns are left out: people search for names. */
    @Override
    public String toString() {
        return "SearchTerm[…]";
    }
}
