package io.crmkit.internal.text;

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
}
