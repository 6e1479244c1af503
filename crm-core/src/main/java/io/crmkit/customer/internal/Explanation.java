package io.crmkit.customer.internal;

import io.crmkit.customer.Customer;
import io.crmkit.customer.FieldMatch;
import io.crmkit.customer.MatchTier;
import io.crmkit.internal.search.Highlight;
import io.crmkit.internal.search.SearchPlan;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.spi.storage.TextReach;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Why customers were found: for each word the field in which it matches best, told by the conditions that found them. */
final class Explanation {
    private final SearchPlan plan;
    private final TextReach texts;
    private final Map<MatchTier, List<Condition>> conditions = new EnumMap<>(MatchTier.class);

    Explanation(SearchPlan plan, TextReach texts) {
        this.plan = plan;
        this.texts = texts;
    }

    private List<Condition> conditions(MatchTier tier) {
        return conditions.computeIfAbsent(
                tier,
                t -> plan.tier(t).map(SearchTier::terms).orElse(List.of()).stream()
                        .map(term -> new Condition(term, t))
                        .toList());
    }

    /** What is asked of one field. */
    private static final class Condition {
        private final SearchTerm term;
        /** Kinds of characters that a text has if it holds. */
        private final int kinds;
        /** Letters and digits of which an ASCII value has some if it is found as it was written; none if that tells nothing. */
        private final List<String> letters;

        Condition(SearchTerm term, MatchTier tier) {
            this.term = term;
            this.kinds = tier == MatchTier.EXACT
                    ? 0
                    : intersected(term.patterns().stream().mapToInt(CharacterKinds::in));
            this.letters = tier == MatchTier.EXACT || tier == MatchTier.APPROXIMATE
                    ? List.of()
                    : term.patterns().stream()
                            .flatMap(pattern -> PlainText.lettersOf(pattern).stream())
                            .distinct()
                            .toList();
        }

        private static int intersected(IntStream kinds) {
            return kinds.reduce((one, other) -> one & other).orElse(0);
        }

        boolean needsOthersThan(String own) {
            return letters.stream().noneMatch(own::contains);
        }
    }

    /** A field and what finds it, put together when somebody asks for it: the first fields are mostly enough. */
    private static final class Seen {
        private final CustomerFields.Field field;
        private final MatchTier tier;
        private final int kinds;
        private @Nullable String letters;
        private @Nullable String text;

        /** @param tier the one that the customer is in */
        Seen(CustomerFields.Field field, MatchTier tier) {
            this.field = field;
            this.tier = tier;
            this.kinds = CharacterKinds.possibleIn(field.value());
        }

        boolean holds(Condition condition) {
            if ((condition.kinds & ~kinds) != 0 || (text == null && lacksLettersOf(condition))) {
                return false;
            }
            String known = text;
            if (known == null) {
                known = field.textIn(tier);
                text = known;
            }
            return condition.term.occursIn(known);
        }

        private boolean lacksLettersOf(Condition condition) {
            if (condition.letters.isEmpty() || !field.isAsWritten()) {
                return false;
            }
            String own = letters;
            if (own == null) {
                Optional<String> found = PlainText.lettersOf(field.value());
                if (found.isEmpty()) {
                    return false;
                }
                own = found.get();
                letters = own;
            }
            return condition.needsOthersThan(own);
        }
    }

    List<FieldMatch> of(Customer customer, MatchTier tier) {
        List<Seen> seen = new ArrayList<>();
        for (CustomerFields.Field field : CustomerFields.of(customer)) {
            if (field.isSeen(customer, texts)) {
                seen.add(new Seen(field, tier));
            }
        }
        List<FieldMatch> matches = new ArrayList<>();
        for (int term = 0; term < plan.terms(tier).size(); term++) {
            best(seen, tier, term).filter(match -> !matches.contains(match)).ifPresent(matches::add);
        }
        return matches;
    }

    private Optional<FieldMatch> best(List<Seen> seen, MatchTier worst, int term) {
        for (MatchTier tier : MatchTier.values()) {
            if (mayBeIn(tier, worst, term) && conditions(tier).size() > term) {
                Condition condition = conditions(tier).get(term);
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
