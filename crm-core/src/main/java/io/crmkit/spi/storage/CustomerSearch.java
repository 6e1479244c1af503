package io.crmkit.spi.storage;

import io.crmkit.customer.Customer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The one question that a storage answers for live search: which customers are in the first of these tiers, then which
 * others in the second, and so on; within a tier those with the greatest id first, as ids compare as unsigned 128-bit
 * numbers. A customer comes once, in the first tier that it is in.
 *
 * @param criteria which customers may be found at all
 * @param texts which of their texts count
 * @param tiers best first
 * @param after begins behind this place; empty begins with the best
 * @param limit how many at most, from 1
 * @param budget how long it may take
 */
public record CustomerSearch(
        CustomerCriteria criteria,
        TextReach texts,
        List<SearchTier> tiers,
        Optional<SearchPlace> after,
        int limit,
        SearchBudget budget) {
    /** Copies the tiers. */
    public CustomerSearch {
        tiers = List.copyOf(tiers);
    }

    /**
     * The numbers of those of some tiers that are part of no later one of them, in ascending order: whoever is in any of them all
     * is in one of these. Of two that are alike the later one is given. See {@link SearchTier#isPartOf}.
     *
     * @param from the first of them
     * @param to the last of them; before the first one there are none
     */
    public int[] widest(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .filter(tier -> !isPartOfLater(tier, to))
                .toArray();
    }

    private boolean isPartOfLater(int tier, int to) {
        for (int later = tier + 1; later <= to; later++) {
            if (tiers.get(tier).isPartOf(tiers.get(later))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first tier that a customer is in, whether or not it is wanted: what a storage has to find out, in words of Java.
     * Empty if it is in none.
     */
    public OptionalInt tierOf(Customer customer, CustomerIndex index) {
        for (int tier = 0; tier < tiers.size(); tier++) {
            if (tiers.get(tier).holds(customer, index, texts)) {
                return OptionalInt.of(tier);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a place lies behind the one that the search begins after. */
    public boolean reaches(int tier, UUID id) {
        if (after.isEmpty() || tier > after.get().tier()) {
            return true;
        }
        UUID last = after.get().id();
        int order = Long.compareUnsigned(id.getMostSignificantBits(), last.getMostSignificantBits());
        if (order == 0) {
            order = Long.compareUnsigned(id.getLeastSignificantBits(), last.getLeastSignificantBits());
        }
        return tier == after.get().tier() && order < 0;
    }

    /** The patterns are left out: people search for names. */
    @Override
    public String toString() {
        return "CustomerSearch[…]";
    }
}
