package io.crmkit.customer.internal;

import io.crmkit.customer.Customer;
import io.crmkit.customer.FieldMatch;
import io.crmkit.customer.MatchTier;
import io.crmkit.internal.search.Highlight;
import io.crmkit.internal.search.SearchPlan;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.TextReach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why customers were found: for each word the field in which it matches best, told by the conditions that found them. */
final class Explanation {
    private final SearchPlan plan;
    private final TextReach texts;

    Explanation(SearchPlan plan, TextReach texts) {
        this.plan = plan;
        this.texts = texts;
    }

    /** A field and all that finds it. */
    private record Seen(CustomerFields.Field field, String text) {}

    List<FieldMatch> of(Customer customer, MatchTier tier) {
        List<Seen> seen = CustomerFields.of(customer).stream()
                .filter(field -> field.isSeen(customer, texts))
                .map(field -> new Seen(field, field.text(tier == MatchTier.APPROXIMATE)))
                .toList();
        List<FieldMatch> matches = new ArrayList<>();
        for (int term = 0; term < plan.terms(tier).size(); term++) {
            best(seen, tier, term).filter(match -> !matches.contains(match)).ifPresent(matches::add);
        }
        return matches;
    }

    private Optional<FieldMatch> best(List<Seen> seen, MatchTier worst, int term) {
        List<String> words = plan.terms(worst);
        for (MatchTier tier : plan.tiers().keySet()) {
            boolean sameTerms = tier == worst
                    || (tier != MatchTier.EXACT
                            && plan.terms(tier).size() > term
                            && plan.terms(tier).get(term).equals(words.get(term)));
            if (sameTerms) {
                SearchTerm condition = plan.tiers().get(tier).terms().get(term);
                for (Seen one : seen) {
                    if (condition.occursIn(one.text())) {
                        return Optional.of(match(one.field(), tier, words.get(term)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static FieldMatch match(CustomerFields.Field field, MatchTier tier, String word) {
        String value = field.value();
        Highlight place = switch (tier) {
            case EXACT, VALUE -> Highlight.all(value);
            case APPROXIMATE -> Highlight.near(word, value);
            default -> Highlight.of(word, value);
        };
        return new FieldMatch(field.name(), tier, value, place.from(), place.to());
    }
}
