package io.crmkit.internal.search;

import io.crmkit.spi.storage.SearchFeatures;

/** Folded texts with the marks of {@link SearchFeatures}, which folding leaves in no text that people write. */
final class Marks {
    private Marks() {}

    /** Letters, digits, their marks, and symbols such as emoji; punctuation and blanks divide words. */
    static boolean isWordPart(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL -> false;
            default -> true;
        };
    }

    /** A text from its first word to its last one. */
    static String withoutOuter(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && !isWordPart(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && !isWordPart(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** A text whose words are marked on both sides. */
    static String words(String folded) {
        return marked(folded, true, true);
    }

    /** The beginning of a word, or of several in a row. */
    static String start(String folded) {
        return marked(folded, true, false);
    }

    /** The end of a line. */
    static String end(String folded) {
        return marked(folded, false, true) + SearchFeatures.LINE;
    }

    /** Any part of a line. */
    static String part(String folded) {
        return marked(folded, false, false);
    }

    /** A whole line. */
    static String line(String folded) {
        return SearchFeatures.LINE + words(folded) + SearchFeatures.LINE;
    }

    /** A line that is found as a whole only. */
    static String whole(String text) {
        StringBuilder out = new StringBuilder(2 * text.length() + 2).append(SearchFeatures.LINE);
        for (int i = 0; i < text.length(); ) {
            if (i > 0) {
                out.append(SearchFeatures.JOINT);
            }
            int c = text.codePointAt(i);
            out.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return out.append(SearchFeatures.LINE).toString();
    }

    private static String marked(String text, boolean atStart, boolean atEnd) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean word = isWordPart(c);
            if (word != inside && (i > 0 || atStart)) {
                out.append(word ? SearchFeatures.WORD_START : SearchFeatures.WORD_END);
            }
            inside = word;
            out.appendCodePoint(c);
            i += Character.charCount(c);
        }
        if (inside && atEnd) {
            out.append(SearchFeatures.WORD_END);
        }
        return out.toString();
    }
}
