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
import org.jspecify.annotations.Nullable;

/** Why customers were found: for each word the field in which it matches best, told by the conditions that found them. */
final class Explanation {
    private final SearchPlan plan;
    private final TextReach texts;

    Explanation(SearchPlan plan, TextReach texts) {
        this.plan = plan;
        this.texts = texts;
    }

    /** A field and all that finds it, put together when somebody asks for it: the first fields are mostly enough. */
    private static final class Seen {
        private final CustomerFields.Field field;
        private final boolean withSlips;
        private final boolean isOfLetters;
        private @Nullable String text;

        Seen(CustomerFields.Field field, boolean withSlips) {
            this.field = field;
            this.withSlips = withSlips;
            this.isOfLetters = field.value().codePoints().allMatch(c -> Character.isLetter(c) || c == ' ');
        }

        boolean holds(SearchTerm condition) {
            if (isOfLetters && condition.patterns().stream().allMatch(Explanation::hasDigit)) {
                return false;
            }
            String known = text;
            if (known == null) {
                known = field.text(withSlips);
                text = known;
            }
            return condition.occursIn(known);
        }
    }

    List<FieldMatch> of(Customer customer, MatchTier tier) {
        List<Seen> seen = CustomerFields.of(customer).stream()
                .filter(field -> field.isSeen(customer, texts))
                .map(field -> new Seen(field, tier == MatchTier.APPROXIMATE))
                .toList();
        List<FieldMatch> matches = new ArrayList<>();
        for (int term = 0; term < plan.terms(tier).size(); term++) {
            best(seen, tier, term).filter(match -> !matches.contains(match)).ifPresent(matches::add);
        }
        return matches;
    }

    private Optional<FieldMatch> best(List<Seen> seen, MatchTier worst, int term) {
        for (MatchTier tier : plan.tiers().keySet()) {
            if (mayBeIn(tier, worst, term)) {
                SearchTerm condition = plan.tiers().get(tier).terms().get(term);
                for (Seen one : seen) {
                    if (one.holds(condition)) {
                        return Optional.of(
                                match(one.field, tier, plan.terms(worst).get(term)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A term may be in a better tier than the customer is, if others are not; a single one is not. */
    private boolean mayBeIn(MatchTier tier, MatchTier worst, int term) {
        List<String> words = plan.terms(worst);
        return tier == worst
                || (words.size() > 1
                        && tier != MatchTier.EXACT
                        && plan.terms(tier).size() > term
                        && plan.terms(tier).get(term).equals(words.get(term)));
    }

    private static boolean hasDigit(String pattern) {
        return pattern.chars().anyMatch(c -> c >= '0' && c <= '9');
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
