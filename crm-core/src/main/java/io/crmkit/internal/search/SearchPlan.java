package io.crmkit.internal.search;

import io.crmkit.customer.MatchTier;
import io.crmkit.internal.identifier.Secrets;
import io.crmkit.internal.text.Folding;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for when somebody typed something: for each tier the conditions that a customer in it meets. A term that
 * cannot match better than in a later tier has the same condition there, so that the worst term decides. A tier is planned
 * when it is asked for: the first ones are mostly enough. Not thread-safe.
 */
public final class SearchPlan {
    /** Words beyond these are not looked at. */
    static final int MOST_TERMS = 10;

    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_END = 4;
    private static final int SHORTEST_ALONE = 4;
    private static final int SHORTEST_NUMBER = 10;
    private static final int SHORTEST_IDENTIFIER = 26;
    private static final String ABROAD = "00";

    private final Map<MatchTier, Optional<SearchTier>> planned = new EnumMap<>(MatchTier.class);
    private final String typed;
    private final Collection<Key> keys;
    private final List<String> terms;
    private final List<String> numbers;

    private SearchPlan(String typed, Collection<Key> keys, Collection<String> terms, List<String> numbers) {
        this.typed = typed;
        this.keys = keys;
        this.terms = List.copyOf(terms);
        this.numbers = terms.size() == 1 ? numbers : List.of();
    }

    /**
     * Plans a search.
     *
     * @param typed what was typed
     * @param keys what it is if it is an identifier or a contact
     * @param numbers other writings of it if it is a telephone number as a whole
     */
    public static SearchPlan of(String typed, Collection<Key> keys, List<String> numbers) {
        if (Secrets.isIn(typed)) {
            return new SearchPlan(typed, List.of(), List.of(), List.of());
        }
        Set<String> terms = numbers.isEmpty() ? termsOf(typed) : Set.of(digitsOf(typed));
        return new SearchPlan(typed, keys, terms, numbers);
    }

    private static Set<String> termsOf(String typed) {
        Set<String> terms = new LinkedHashSet<>();
        for (String term : Folding.searchTerms(typed)) {
            String word = Marks.withoutOuter(term);
            if (!word.isEmpty() && terms.size() < MOST_TERMS) {
                terms.add(word);
            }
        }
        return terms;
    }

    private static String digitsOf(String number) {
        return Folding.digits(number).replaceAll("[^0-9]", "");
    }

    /** Those of some tiers in which something can be found, best first. */
    public Map<MatchTier, SearchTier> tiers(Set<MatchTier> some) {
        Map<MatchTier, SearchTier> tiers = new EnumMap<>(MatchTier.class);
        some.forEach(tier -> tier(tier).ifPresent(conditions -> tiers.put(tier, conditions)));
        return tiers;
    }

    /** The conditions of a tier; empty if nothing can be found in it. */
    public Optional<SearchTier> tier(MatchTier tier) {
        return planned.computeIfAbsent(tier, this::plan);
    }

    /**
     * Whether what was typed is an address, a number or an identifier as a whole, so that who has it is meant and nobody
     * else.
     */
    public boolean isComplete() {
        if (terms.size() != 1) {
            return false;
        }
        String term = terms.get(0);
        boolean number = term.length() >= SHORTEST_NUMBER && term.chars().allMatch(SearchPlan::isDigit);
        boolean address = term.indexOf('@') > 0 && term.indexOf('.', term.indexOf('@')) > 0;
        return number || address || length(term) >= SHORTEST_IDENTIFIER;
    }

    /** What the terms of a tier stand for, in their order: words and numbers, folded; one that is empty for all of them. */
    public List<String> terms(MatchTier tier) {
        return switch (tier) {
            case EXACT -> List.of("");
            case APPROXIMATE -> words();
            default -> terms;
        };
    }

    private Optional<SearchTier> plan(MatchTier tier) {
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        return switch (tier) {
            case EXACT -> exact();
            case VALUE -> Optional.of(inTier(tier, wholes()));
            case WORD, PREFIX -> Optional.of(inTier(tier, Set.of()));
            case SUFFIX ->
                Optional.of(inTier(tier, Set.of())).filter(any -> terms.stream().anyMatch(SearchPlan::mayEnd));
            case PART ->
                Optional.of(inTier(tier, Set.of())).filter(any -> terms.stream().anyMatch(SearchPlan::mayBePart));
            case APPROXIMATE -> approximate();
        };
    }

    private Optional<SearchTier> exact() {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        List<SearchTerm> conditions = new ArrayList<>();
        conditions.add(
                new SearchTerm(keys.stream().map(Searchable::line).distinct().toList()));
        values().ifPresent(conditions::add);
        return Optional.of(new SearchTier(conditions));
    }

    /**
     * Whoever has a key has its value, too. Where that value is what the next tier looks for, the first one demands it as
     * well, so that it is part of the next. Not for names: many have the value, and the keys of each would be compared.
     */
    private Optional<SearchTerm> values() {
        if (!isComplete() && terms.stream().flatMapToInt(String::chars).noneMatch(SearchPlan::isDigit)) {
            return Optional.empty();
        }
        SearchTier next = inTier(MatchTier.VALUE, wholes());
        Set<String> values = new LinkedHashSet<>();
        for (Key key : keys) {
            Optional<String> value = Searchable.linesOf(key.value()).stream()
                    .map(Marks::line)
                    .filter(line -> next.terms().stream().allMatch(term -> term.occursIn(line)))
                    .findFirst();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(new SearchTerm(List.copyOf(values)));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Several words as one value, and written together: whoever has it is in the tier of values, and in no later one. */
    private Set<String> wholes() {
        if (terms.size() == 1) {
            return Set.of();
        }
        String whole = Marks.withoutOuter(Folding.searchForms(typed).get(0));
        return new LinkedHashSet<>(List.of(Marks.line(whole), Marks.line(Searchable.together(whole))));
    }

    private SearchTier inTier(MatchTier tier, Set<String> wholes) {
        List<SearchTerm> conditions = new ArrayList<>();
        for (String term : terms) {
            Set<String> patterns = new LinkedHashSet<>();
            variants(term).forEach(variant -> patterns.addAll(patterns(tier, variant)));
            patterns.addAll(wholes);
            conditions.add(SearchTerm.oneOf(patterns));
        }
        return new SearchTier(conditions);
    }

    /** A number with the sign that one dials for calls abroad is looked for without it, too. */
    private List<String> variants(String term) {
        boolean abroad = term.startsWith(ABROAD)
                && term.length() >= ABROAD.length() + SHORTEST_END
                && term.chars().allMatch(SearchPlan::isDigit);
        Set<String> variants = new LinkedHashSet<>(List.of(term, abroad ? term.substring(ABROAD.length()) : term));
        variants.addAll(numbers);
        return List.copyOf(variants);
    }

    private static List<String> patterns(MatchTier tier, String term) {
        return switch (tier) {
            case VALUE -> List.of(Marks.line(term));
            case WORD -> List.of(Marks.words(term));
            case PREFIX -> List.of(Marks.start(term));
            case SUFFIX -> startOrEnd(term);
            default -> mayBePart(term) ? List.of(Marks.part(term)) : startOrEnd(term);
        };
    }

    private static List<String> startOrEnd(String term) {
        return mayEnd(term) ? List.of(Marks.start(term), Marks.end(term)) : List.of(Marks.start(term));
    }

    /** Each word for itself, also of what was typed without blanks. */
    private Optional<SearchTier> approximate() {
        List<String> words = words();
        int shortest = words.size() == 1 ? SHORTEST_ALONE : Neighbours.SHORTEST;
        List<SearchTerm> conditions = new ArrayList<>();
        boolean slips = false;
        for (String word : words) {
            List<String> patterns = new ArrayList<>(patterns(MatchTier.PART, word));
            if (length(word) >= shortest) {
                Neighbours.of(word).forEach(neighbour -> patterns.add(Neighbours.line(neighbour)));
                Neighbours.halves(word).forEach(half -> patterns.add(Marks.part(half)));
                slips |= patterns.size() > 1;
            }
            conditions.add(new SearchTerm(patterns));
        }
        return slips || words.size() > terms.size() ? Optional.of(new SearchTier(conditions)) : Optional.empty();
    }

    private List<String> words() {
        return terms.stream()
                .flatMap(term -> Searchable.wordsOf(term).stream())
                .distinct()
                .limit(MOST_TERMS)
                .toList();
    }

    private static boolean mayEnd(String term) {
        return length(term) >= SHORTEST_END;
    }

    private static boolean mayBePart(String term) {
        return Searchable.wordsOf(term).stream().anyMatch(word -> length(word) >= SHORTEST_PART);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
