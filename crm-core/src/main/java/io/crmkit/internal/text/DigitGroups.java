package io.crmkit.internal.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Numbers written in groups, such as {@code 1234-5678 9012}, {@code (0912) 345} and {@code 12,500}. A text keeps what was
 * written and gets its numbers once more without separators; a query has its separators taken out. Between two digits
 * blanks, hyphens and parentheses in any number separate, or one dot, comma, slash, underscore or Arabic separator. All
 * arguments are folded texts.
 */
final class DigitGroups {

    private static final char MINUS_SIGN = '\u2212';
    private static final String LOOSE = " -()";
    /** The last two are the Arabic decimal and thousands separators. */
    private static final String SINGLE = ".,/_\u066b\u066c";

    private DigitGroups() {}

    /** The text followed by those of its words in which digits were grouped, written without the separators. */
    static String withJoined(String folded) {
        String text = withPlainHyphens(folded);
        String joined = joinedWords(text);
        return joined.isEmpty() ? text : text + ' ' + joined;
    }

    /** The text, and each of its words in which digits were grouped without the separators. */
    static List<String> forms(String folded) {
        String text = withPlainHyphens(folded);
        List<String> forms = new ArrayList<>(List.of(text));
        for (String joined : joinedWords(text).split(" ", -1)) {
            if (!joined.isEmpty()) {
                forms.add(joined);
            }
        }
        return forms;
    }

    /** The terms of a query: one number, or words whose digit groups are joined. */
    static List<String> terms(String folded) {
        String query = withPlainHyphens(folded);
        if (isGroupedNumber(query)) {
            return List.of(digitsOf(query));
        }
        Set<String> terms = new LinkedHashSet<>();
        for (String word : query.split(" ", -1)) {
            String joined = joinedWords(word);
            terms.add(joined.isEmpty() ? withoutOuter("-", word) : withoutOuter(LOOSE + SINGLE, joined));
        }
        terms.remove("");
        return List.copyOf(terms);
    }

    private static String withPlainHyphens(String text) {
        if (Folding.isAscii(text)) {
            return text;
        }
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
        if (!hasDigitBeforeSeparator(text)) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        StringBuilder word = new StringBuilder();
        boolean joined = false;
        for (int i = 0; i < text.length(); ) {
            int end = endOfSeparators(text, i);
            if (end == i) {
                word.append(text.charAt(i++));
                continue;
            }
            if (joins(text, i, end)) {
                joined = true;
            } else if (text.substring(i, end).indexOf(' ') >= 0) {
                word.append(text, i, endOfMarks(text, i));
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

    /** Without one nothing is joined. */
    private static boolean hasDigitBeforeSeparator(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (isDigit(text.charAt(i - 1)) && isSeparator(text.charAt(i))) {
                return true;
            }
        }
        return false;
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

    /** A comma or full stop before a blank belongs to the word before it. */
    private static int endOfMarks(String text, int from) {
        int i = from;
        while (SINGLE.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** Whether the separators from {@code from} to {@code to} stand between two groups of one number. */
    private static boolean joins(String text, int from, int to) {
        return isDigitAt(text, from - 1)
                && isDigitAt(text, to)
                && (to - from == 1 || text.substring(from, to).chars().allMatch(c -> LOOSE.indexOf(c) >= 0));
    }

    /** One number, which may have been cut out of a longer one together with the separators around it. */
    private static boolean isGroupedNumber(String query) {
        boolean digits = false;
        for (int i = 0; i < query.length(); i++) {
            int end = endOfSeparators(query, i);
            boolean outer = i == 0 || end == query.length();
            if (end > i && !outer && !joins(query, i, end)) {
                return false;
            }
            i = end;
            if (i < query.length()) {
                if (!isDigit(query.charAt(i))) {
                    return false;
                }
                digits = true;
            }
        }
        return digits;
    }

    private static String digitsOf(String number) {
        StringBuilder digits = new StringBuilder();
        number.chars().filter(DigitGroups::isDigit).forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    /** A word cut out of a longer number may begin or end with separators; a word of separators alone stays. */
    private static String withoutOuter(String separators, String word) {
        int start = 0;
        int end = word.length();
        while (start < end && separators.indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && separators.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return start == end ? word : word.substring(start, end);
    }

    private static boolean isSeparator(int c) {
        return LOOSE.indexOf(c) >= 0 || SINGLE.indexOf(c) >= 0;
    }

    private static boolean isDigitAt(String text, int index) {
        return index >= 0 && index < text.length() && isDigit(text.charAt(index));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
