package io.crmkit.internal.reference;

import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import io.crmkit.internal.identifier.Secrets;
import io.crmkit.internal.search.Highlight;
import io.crmkit.internal.text.Folding;
import io.crmkit.spi.storage.NameMatch;
import io.crmkit.text.MatchedBy;
import io.crmkit.text.TextMatch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody looks for in texts: a number, code or address, or words. Of a text with several references the longest is
 * meant. Immutable.
 */
public final class Wanted {
    private static final int SHORTEST_BEGINNING = 5;
    private static final int SHORTEST_END = 4;
    private static final int FEWEST = 2;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final References references;
    private final Set<String> names;
    private final List<String> words;

    private Wanted(References references, Set<String> names, List<String> words) {
        this.references = references;
        this.names = names;
        this.words = words;
    }

    /** What is meant by what was typed; nothing by a key to money. */
    public static Wanted of(String typed, References references) {
        if (Secrets.isIn(typed)) {
            return new Wanted(references, Set.of(), List.of());
        }
        Set<String> names = new LinkedHashSet<>(Code.formsOf(typed));
        List<Reference> found = references.in(typed);
        int longest =
                found.stream().mapToInt(each -> each.end() - each.start()).max().orElse(0);
        found.stream().filter(each -> each.end() - each.start() == longest).forEach(each -> names.add(each.name()));
        boolean anyLong = names.stream().anyMatch(Wanted::mayBegin);
        Set<String> kept =
                names.stream().filter(name -> !anyLong || mayBegin(name)).collect(Collectors.toSet());
        return new Wanted(references, kept, Folding.searchTerms(typed));
    }

    /**
     * Demands a text that something can be looked for by.
     *
     * @throws io.crmkit.error.InvalidRequestException if it is blank, too long, or has fewer than two letters and digits
     */
    public static void check(String field, String typed, int most) {
        Checks checks = Checks.that("").text(field, typed, 1, most);
        checks.done();
        checks.require(
                        typed.codePoints()
                                        .filter(Wanted::isLetter)
                                        .limit(FEWEST)
                                        .count()
                                == FEWEST,
                        field,
                        ViolationCode.MALFORMED,
                        "has fewer than " + FEWEST + " letters and digits: type more")
                .done();
    }

    /** A letter, a digit, or a sign that is one for who reads it, such as vowels in Tamil. */
    private static boolean isLetter(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean mayBegin(String name) {
        return name.length() >= SHORTEST_BEGINNING;
    }

    /** The writings by which systems know it as a whole: transactions with and without the prefix of hexadecimal. */
    public Set<String> writings() {
        Set<String> writings = new LinkedHashSet<>(names);
        names.stream().filter(name -> HASH.matcher(name).matches()).forEach(name -> writings.add("0x" + name));
        return writings;
    }

    /** The words, folded; none for a key to money. */
    public List<String> words() {
        return words;
    }

    /** Whether all words stand in a text, as parts. */
    public boolean hasWordsIn(String text) {
        String folded = Folding.searchText(text);
        return words.stream().allMatch(folded::contains);
    }

    /** The names that texts are found by in that way; none where there is nothing to look for. */
    public Optional<NameMatch> named(MatchedBy by) {
        Set<String> wanted = names.stream()
                .filter(name -> switch (by) {
                    case REFERENCE -> true;
                    case BEGINNING -> mayBegin(name);
                    case ENDING -> name.length() >= SHORTEST_END;
                    case WORDS -> false;
                })
                .map(name -> by == MatchedBy.ENDING ? Reference.reversed(name) : name)
                .collect(Collectors.toSet());
        return wanted.isEmpty() ? Optional.empty() : Optional.of(new NameMatch(wanted, by != MatchedBy.REFERENCE));
    }

    /** The names of texts that are found in a better way. */
    public Optional<NameMatch> better(MatchedBy by) {
        return switch (by) {
            case REFERENCE, WORDS -> Optional.empty();
            case BEGINNING -> named(MatchedBy.REFERENCE);
            case ENDING -> named(MatchedBy.BEGINNING).or(() -> named(MatchedBy.REFERENCE));
        };
    }

    /**
     * Where in a text, or in the ids of objects that it is about, this is found in that way; empty if it is not. Words find
     * no text with a key to money, since a part of the key would, too.
     */
    public Optional<TextMatch> in(String text, List<String> ids, MatchedBy by) {
        if (by == MatchedBy.WORDS) {
            if (Secrets.isIn(text)) {
                return Optional.empty();
            }
            Highlight place = Highlight.of(words.get(0), text);
            return Optional.of(Snippet.of(by, text, place.from(), place.to()));
        }
        NameMatch named = named(by).orElseThrow();
        for (Reference reference : references.in(text)) {
            if (reference.names().stream().anyMatch(named::includes)) {
                return Optional.of(Snippet.of(by, text, reference.start(), reference.end()));
            }
        }
        return ids.stream()
                .filter(id -> ReferenceIndex.namesOf(id, references).stream().anyMatch(named::includes))
                .findFirst()
                .map(id -> new TextMatch(by, id, 0, id.length()));
    }
}
