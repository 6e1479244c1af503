package io.crmkit.testkit;

import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import java.util.BitSet;
import java.util.List;

/**
 * The threes of neighbouring characters without which a customer is in none of some tiers: a text that has a pattern has all
 * threes of it. Spares a closer look at most customers. Immutable.
 */
final class NeededTriples {
    private static final int DIFFERENT = 1 << 14;

    /** Of each tier, of each of its terms, of each of its patterns. */
    private final int[][][][] tiers;

    NeededTriples(List<SearchTier> tiers) {
        this.tiers = tiers.stream()
                .map(tier -> tier.terms().stream().map(NeededTriples::ofEach).toArray(int[][][]::new))
                .toArray(int[][][][]::new);
    }

    private static int[][] ofEach(SearchTerm term) {
        return term.patterns().stream()
                .map(pattern -> in(List.of(pattern)).stream().toArray())
                .toArray(int[][]::new);
    }

    /** Those of some texts; different ones may have the same number. */
    static BitSet in(Iterable<String> texts) {
        BitSet triples = new BitSet(DIFFERENT);
        for (String text : texts) {
            for (int i = 2; i < text.length(); i++) {
                int number = 31 * (31 * text.charAt(i - 2) + text.charAt(i - 1)) + text.charAt(i);
                triples.set(number % DIFFERENT);
            }
        }
        return triples;
    }

    /** Whether a customer whose texts have these may be in one of the tiers. */
    boolean mayBeIn(BitSet triples) {
        for (int[][][] tier : tiers) {
            if (mayHold(tier, triples)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayHold(int[][][] terms, BitSet triples) {
        for (int[][] patterns : terms) {
            if (!hasOneOf(patterns, triples)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOneOf(int[][] patterns, BitSet triples) {
        for (int[] pattern : patterns) {
            if (hasAll(pattern, triples)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAll(int[] pattern, BitSet triples) {
        for (int triple : pattern) {
            if (!triples.get(triple)) {
                return false;
            }
        }
        return true;
    }
}
