package io.crmkit.internal.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of ASCII letters and digits.
 *
 * @param text the run
 * @param start where it begins
 * @param end where it ends
 */
record Word(String text, int start, int end) {
    private static final int FEWEST_DIGITS = 3;
    private static final int SHORTEST = 5;
    private static final String LOOSE = " -()";
    /** The last two are the Arabic decimal and thousands separators. */
    private static final String SINGLE = ".,/\u066b\u066c";

    static List<Word> in(String text) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int start = i;
            while (i < text.length() && isPart(text.charAt(i))) {
                i++;
            }
            if (i > start) {
                words.add(new Word(text.substring(start, i), start, i));
            } else {
                i++;
            }
        }
        return words;
    }

    /** Behind the last word that is written together with the first: with a hyphen, or as groups of one number. */
    static int endOfChain(String text, List<Word> words, int first) {
        int end = first + 1;
        int length = words.get(first).text().length();
        while (end < words.size() && isOne(text, words.get(end - 1), words.get(end))) {
            length += words.get(end).text().length();
            if (length > References.LONGEST) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isOne(String text, Word before, Word after) {
        String gap = text.substring(before.end(), after.start());
        if (gap.equals("-") || gap.equals("_")) {
            return true;
        }
        return before.isDigits()
                && after.isDigits()
                && (gap.chars().allMatch(c -> LOOSE.indexOf(c) >= 0) || (gap.length() == 1 && SINGLE.contains(gap)));
    }

    static String joined(List<Word> words) {
        StringBuilder out = new StringBuilder();
        words.forEach(word -> out.append(word.text()));
        return out.toString();
    }

    boolean isDigits() {
        return countDigits(text) == text.length();
    }

    /** Whether a code is one that people look for. */
    static boolean isNumber(String code) {
        return code.length() >= SHORTEST && countDigits(code) >= FEWEST_DIGITS;
    }

    static int countDigits(String code) {
        return (int) code.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    private static boolean isPart(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
