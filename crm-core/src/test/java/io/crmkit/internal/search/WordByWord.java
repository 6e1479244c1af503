package io.crmkit.internal.search;

import io.crmkit.customer.MatchTier;
import io.crmkit.internal.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How well values match, told by comparing words, without marks and patterns: the reference for {@link SearchPlan}. */
final class WordByWord {
    private final List<String> writings;

    private WordByWord(List<String> writings) {
        this.writings = writings;
    }

    /** Looks into names. */
    static WordByWord of(List<String> names) {
        List<String> writings = new ArrayList<>();
        for (String name : names) {
            writings.addAll(Folding.searchForms(name));
            writings.add(String.join("", words(Folding.fold(name))));
        }
        writings.removeIf(String::isEmpty);
        return new WordByWord(writings);
    }

    /** The tier of what was typed: words of letters and digits with single blanks between. */
    Optional<MatchTier> tier(String typed) {
        List<String> terms = Folding.searchTerms(typed);
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        String whole = Folding.fold(typed);
        if (writings.contains(whole) || writings.contains(whole.replace(" ", ""))) {
            return Optional.of(MatchTier.VALUE);
        }
        Optional<MatchTier> worst = worst(terms.stream().map(this::tierOfTerm));
        if (worst.isPresent()) {
            return worst;
        }
        boolean slip = terms.stream()
                .allMatch(term -> tierOfTerm(term).isPresent() || isNear(term, terms.size() == 1 ? 4 : 3));
        return slip ? Optional.of(MatchTier.APPROXIMATE) : Optional.empty();
    }

    private static Optional<MatchTier> worst(Stream<Optional<MatchTier>> tiers) {
        return tiers.reduce((one, other) -> one.isPresent() && other.isPresent()
                        ? Optional.of(one.get().compareTo(other.get()) > 0 ? one.get() : other.get())
                        : Optional.empty())
                .orElseThrow();
    }

    private Optional<MatchTier> tierOfTerm(String term) {
        int length = term.codePointCount(0, term.length());
        if (writings.contains(term)) {
            return Optional.of(MatchTier.VALUE);
        }
        if (words().anyMatch(term::equals)) {
            return Optional.of(MatchTier.WORD);
        }
        if (words().anyMatch(word -> word.startsWith(term))) {
            return Optional.of(MatchTier.PREFIX);
        }
        if (length >= 4 && writings.stream().anyMatch(writing -> writing.endsWith(term))) {
            return Optional.of(MatchTier.SUFFIX);
        }
        return length >= 3 && writings.stream().anyMatch(writing -> writing.contains(term))
                ? Optional.of(MatchTier.PART)
                : Optional.empty();
    }

    private boolean isNear(String term, int shortest) {
        return term.length() >= shortest
                && !term.matches("[0-9]+")
                && words().filter(word -> word.length() >= 3 && !word.matches("[0-9]+"))
                        .anyMatch(word -> isSlip(word, term));
    }

    /** Equal, or made equal by taking one letter out of one or of each. */
    private static boolean isSlip(String one, String other) {
        for (String left : shortened(one)) {
            if (shortened(other).contains(left)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> shortened(String word) {
        List<String> all = new ArrayList<>(List.of(word));
        for (int i = 0; i < word.length(); i++) {
            all.add(new StringBuilder(word).deleteCharAt(i).toString());
        }
        return all;
    }

    private Stream<String> words() {
        return writings.stream().flatMap(writing -> words(writing).stream());
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[ .@_-]")).filter(word -> !word.isEmpty()).toList();
    }
}
