package io.crmkit.spi.storage;

import io.crmkit.customer.Customer;
import java.util.List;
import java.util.Map;

/**
 * A customer is in a tier if every term of it holds, each in any text that counts.
 *
 * @param terms all must hold, at least one
 */
public record SearchTier(List<SearchTerm> terms) {
    /** Copies the terms. */
    public SearchTier {
        terms = List.copyOf(terms);
    }

    /** Whether a customer is in it. */
    public boolean holds(Customer customer, CustomerIndex index, TextReach texts) {
        for (SearchTerm term : terms) {
            if (!holds(term, customer, index, texts)) {
                return false;
            }
        }
        return true;
    }

    /** Whether whoever is in this tier is in a wider one, too, as far as the patterns tell. False says nothing. */
    public boolean isPartOf(SearchTier wider) {
        for (SearchTerm needed : wider.terms) {
            if (!implies(needed)) {
                return false;
            }
        }
        return true;
    }

    private boolean implies(SearchTerm needed) {
        for (SearchTerm term : terms) {
            if (term.implies(needed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(SearchTerm term, Customer customer, CustomerIndex index, TextReach texts) {
        if (term.occursIn(index.openText()) || (term.occursIn(index.contactText()) && texts.seesContactsOf(customer))) {
            return true;
        }
        for (Map.Entry<String, String> text : index.attributeTexts().entrySet()) {
            if (term.occursIn(text.getValue()) && texts.seesAttributeOf(customer, text.getKey())) {
                return true;
            }
        }
        return false;
    }
}
