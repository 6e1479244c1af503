package io.crmkit.internal.search;

import io.crmkit.internal.text.Folding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a value, as people wrote it, a folded word stands.
 *
 * @param from where it begins
 * @param to where it ends
 */
public record Highlight(int from, int to) {
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /** The whole value. */
    public static Highlight all(String value) {
        return new Highlight(0, value.length());
    }

    /** The first place of a word, or of a number whatever divides its digits; the whole value if it is in none. */
    public static Highlight of(String folded, String value) {
        boolean number = !folded.isEmpty() && folded.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number && isPlain(value)) {
            int start = folded.isEmpty() ? -1 : value.toLowerCase(Locale.ROOT).indexOf(folded);
            return start < 0 ? all(value) : new Highlight(start, start + folded.length());
        }
        StringBuilder text = new StringBuilder();
        List<Highlight> origins = new ArrayList<>();
        Matcher characters = CHARACTER.matcher(value);
        while (characters.find()) {
            String character = characters.group().isBlank() ? " " : Folding.fold(characters.group());
            boolean divides = !character.isEmpty() && !Marks.isWordPart(character.codePointAt(0));
            if (!number || !divides) {
                text.append(character);
                Highlight origin = new Highlight(characters.start(), characters.end());
                origins.addAll(Collections.nCopies(character.length(), origin));
            }
        }
        int start = folded.isEmpty() ? -1 : text.indexOf(folded);
        return start < 0
                ? all(value)
                : new Highlight(
                        origins.get(start).from(),
                        origins.get(start + folded.length() - 1).to());
    }

    /** Of these each character is folded for itself and stays one. */
    private static boolean isPlain(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /** The first word of the value that differs from a word by a slip; the whole value if none does. */
    public static Highlight near(String folded, String value) {
        return Searchable.wordsOf(Folding.fold(value)).stream()
                .filter(word -> !Collections.disjoint(Neighbours.of(word), Neighbours.of(folded)))
                .findFirst()
                .map(word -> of(word, value))
                .orElseGet(() -> of(folded, value));
    }
}
