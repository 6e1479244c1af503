package io.crmkit.internal.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters as people see them: a letter with its vowel signs, an emoji of several parts, a flag. */
public final class Graphemes {

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final String ELLIPSIS = "…";

    /** Longer than any flag or family emoji; keeps a letter under hundreds of marks from making a preview long. */
    private static final int MAX_CHARS_PER_CHARACTER = 16;

    private Graphemes() {}

    /**
     * Cuts a text to at most {@code max} visible characters and 16 times as many {@code char}s; when something is cut
     * off, the last character is an ellipsis. {@code max} is at least 1.
     */
    public static String cut(String text, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max is " + max + ", it must be at least 1");
        }
        if (text.length() <= max) {
            return text;
        }
        long maxChars = (long) max * MAX_CHARS_PER_CHARACTER;
        Matcher characters = CHARACTER.matcher(text);
        int beforeLast = 0;
        int end = 0;
        int count = 0;
        while (count < max && characters.find() && characters.end() <= maxChars) {
            beforeLast = end;
            end = characters.end();
            count++;
        }
        if (end == text.length()) {
            return text;
        }
        return text.substring(0, count == max ? beforeLast : end).stripTrailing() + ELLIPSIS;
    }

    /**
     * Finds where a text can be cut at most {@code most} visible characters before an index at which one begins. It is
     * looked at from the next word on only, so that a character is never taken for two: the index itself if there is none
     * within reach.
     */
    public static int before(String text, int index, int most) {
        int start = Math.max(0, index - most * MAX_CHARS_PER_CHARACTER);
        while (start > 0 && start < index && !isStartOfWord(text, start)) {
            start++;
        }
        Deque<Integer> borders = new ArrayDeque<>();
        Matcher characters = CHARACTER.matcher(text).region(start, index);
        while (characters.find()) {
            borders.add(characters.start());
            if (borders.size() > most) {
                borders.remove();
            }
        }
        return borders.isEmpty() ? index : borders.element();
    }

    private static boolean isStartOfWord(String text, int index) {
        char before = text.charAt(index - 1);
        return (before == ' ' || before == '\n') && Character.isLetterOrDigit(text.codePointAt(index));
    }
}
