package io.crmkit.customer;

import java.util.List;

/**
 * A customer who may be the same person as another.
 *
 * @param customer who, as far as the actor may see him
 * @param score how much speaks for it: the sum of {@link Reason#weight}, at most 100
 * @param reasons what does, each once, the weightiest first
 */
public record DuplicateCandidate(Customer customer, int score, List<Reason> reasons) {
    /** Copies the list. */
    public DuplicateCandidate {
        reasons = List.copyOf(reasons);
    }

    /** What may speak for it. */
    public enum Reason {
        /** The same e-mail address, whatever its case. */
        EMAIL(50),
        /** The same telephone number, however it is written; families share one. */
        PHONE(50),
        /** The same name at a messenger service. */
        MESSENGER(40),
        /** The same name, whatever letter variants, diacritics and joiners it is written with. */
        NAME(30),
        /** A name of which each word is the same or differs by one letter. */
        SIMILAR_NAME(15);

        private final int weight;

        Reason(int weight) {
            this.weight = weight;
        }

        /** Returns how much it counts. */
        public int weight() {
            return weight;
        }
    }
}
