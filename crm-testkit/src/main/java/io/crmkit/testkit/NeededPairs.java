package io.crmkit.testkit;

import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import java.util.BitSet;
import java.util.List;

/**
 * The pairs of neighbouring characters without which a customer is in none of some tiers: a text that has a pattern has all
 * pairs of it. Spares a closer look at most customers. Immutable.
 */
final class NeededPairs {
    private static final int DIFFERENT = 8_192;

    /** Of each tier, of each of its terms, of each of its patterns. */
    private final List<List<List<BitSet>>> tiers;

    NeededPairs(List<SearchTier> tiers) {
        this.tiers = tiers.stream()
                .map(tier -> tier.terms().stream().map(NeededPairs::ofEach).toList())
                .toList();
    }

    private static List<BitSet> ofEach(SearchTerm term) {
        return term.patterns().stream().map(NeededPairs::in).toList();
    }

    /** Those of a text; different ones may have the same number. */
    static BitSet in(String text) {
        BitSet pairs = new BitSet();
        for (int i = 1; i < text.length(); i++) {
            pairs.set((31 * text.charAt(i - 1) + text.charAt(i)) % DIFFERENT);
        }
        return pairs;
    }

    /** Whether a customer whose texts have these pairs may be in one of the tiers. */
    boolean mayBeIn(BitSet pairs) {
        for (List<List<BitSet>> tier : tiers) {
            if (mayHold(tier, pairs)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayHold(List<List<BitSet>> terms, BitSet pairs) {
        for (List<BitSet> patterns : terms) {
            if (!hasAllOfOne(patterns, pairs)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasAllOfOne(List<BitSet> patterns, BitSet pairs) {
        for (BitSet needed : patterns) {
            if (hasAll(needed, pairs)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAll(BitSet needed, BitSet pairs) {
        for (int pair = needed.nextSetBit(0); pair >= 0; pair = needed.nextSetBit(pair + 1)) {
            if (!pairs.get(pair)) {
                return false;
            }
        }
        return true;
    }
}
