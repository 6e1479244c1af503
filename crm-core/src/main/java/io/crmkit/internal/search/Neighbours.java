package io.crmkit.internal.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that are one another but for a slip: a letter missing, too much, wrong, or at another place. Two words are
 * neighbours if they are equal after at most one letter was taken out of each, so that each word is stored with all that
 * it may become, and what was typed is looked up in the same manner.
 */
final class Neighbours {
    /** Of shorter words a slip leaves nothing to go by. */
    static final int SHORTEST = 3;

    private static final int LONGEST = 24;

    private Neighbours() {}

    /** The word and what becomes of it without one of its letters; none for numbers, and for words too short or long. */
    static Set<String> of(String word) {
        int length = word.codePointCount(0, word.length());
        if (length < SHORTEST || length > LONGEST || word.codePoints().noneMatch(Character::isLetter)) {
            return Set.of();
        }
        Set<String> all = new LinkedHashSet<>();
        all.add(word);
        for (int i = 0; i < word.length(); ) {
            int next = i + Character.charCount(word.codePointAt(i));
            all.add(word.substring(0, i) + word.substring(next));
            i = next;
        }
        return all;
    }

    /** The halves of a word that is too long to have neighbours, such as an address: a slip spares one of them. */
    static List<String> halves(String word) {
        if (word.codePointCount(0, word.length()) <= LONGEST) {
            return List.of();
        }
        int middle = word.offsetByCodePoints(0, word.codePointCount(0, word.length()) / 2);
        return List.of(word.substring(0, middle), word.substring(middle));
    }

    /** How a neighbour is stored. */
    static String line(String neighbour) {
        return Marks.whole("~" + neighbour);
    }
}
