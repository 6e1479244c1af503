package io.crmkit.internal.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Numbers written in groups, such as {@code 1234-5678 9012}. A text keeps what was written and gets its numbers once
 * more without separators; a query has its separators taken out. All arguments are folded texts.
 */
final class DigitGroups {

    private static final char MINUS_SIGN = '\u2212';

    private DigitGroups() {}

    /** The text followed by those of its words in which digits were grouped, written without the separators. */
    static String withJoined(String folded) {
        String text = withPlainHyphens(folded);
        String joined = joinedWords(text);
        return joined.isEmpty() ? text : text + ' ' + joined;
    }

    /** The terms of a query: one number, or words whose digit groups are joined. */
    static List<String> terms(String folded) {
        String query = withPlainHyphens(folded);
        if (isGroupedNumber(query)) {
            return List.of(query.replace(" ", "").replace("-", ""));
        }
        Set<String> terms = new LinkedHashSet<>();
        for (String word : query.split(" ", -1)) {
            String joined = joinedWords(word);
            terms.add(withoutOuterHyphens(joined.isEmpty() ? word : joined));
        }
        terms.remove("");
        return List.copyOf(terms);
    }

    private static String withPlainHyphens(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c == MINUS_SIGN || Character.getType(c) == Character.DASH_PUNCTUATION) {
                out.setCharAt(i, '-');
            }
        }
        return out.toString();
    }

    private static String joinedWords(String text) {
        StringBuilder out = new StringBuilder();
        StringBuilder word = new StringBuilder();
        boolean joined = false;
        for (int i = 0; i < text.length(); ) {
            int end = endOfSeparators(text, i);
            if (end == i) {
                word.append(text.charAt(i++));
                continue;
            }
            if (isDigitAt(text, i - 1) && isDigitAt(text, end)) {
                joined = true;
            } else if (text.substring(i, end).indexOf(' ') >= 0) {
                moveIf(joined, word, out);
                joined = false;
            } else {
                word.append(text, i, end);
            }
            i = end;
        }
        moveIf(joined, word, out);
        return out.toString();
    }

    private static void moveIf(boolean joined, StringBuilder word, StringBuilder out) {
        if (joined) {
            out.append(out.isEmpty() ? "" : " ").append(word);
        }
        word.setLength(0);
    }

    private static int endOfSeparators(String text, int from) {
        int i = from;
        while (i < text.length() && isSeparator(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isGroupedNumber(String query) {
        return query.chars().anyMatch(DigitGroups::isDigit)
                && query.chars().allMatch(c -> isDigit(c) || isSeparator(c));
    }

    /** A word cut out of a longer number may begin or end with a separator; a word of hyphens alone stays. */
    private static String withoutOuterHyphens(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && word.charAt(start) == '-') {
            start++;
        }
        while (end > start && word.charAt(end - 1) == '-') {
            end--;
        }
        return start == end ? word : word.substring(start, end);
    }

    private static boolean isSeparator(int c) {
        return c == ' ' || c == '-';
    }

    private static boolean isDigitAt(String text, int index) {
        return index >= 0 && index < text.length() && isDigit(text.charAt(index));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
