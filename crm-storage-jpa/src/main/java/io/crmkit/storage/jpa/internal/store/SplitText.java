package io.crmkit.storage.jpa.internal.store;

import static io.crmkit.spi.storage.SearchFeatures.JOINT;
import static io.crmkit.spi.storage.SearchFeatures.LINE;

/**
 * A text in two parts: what people wrote, in which nearly all patterns are looked for, and behind it the many lines that
 * are found as a whole only, whose characters stand apart from one another. Both parts have the mark between them.
 *
 * @param text the first part
 * @param lines the second part; empty if there are no such lines
 */
record SplitText(String text, String lines) {
    /** Where patterns can occur. */
    enum Place {
        /** In the text alone. */
        TEXT,
        /** In one of both. */
        EITHER,
        /** Perhaps also where one ends and the other begins. */
        ACROSS
    }

    static SplitText of(String whole) {
        int begin = whole.length();
        for (int end = whole.length() - 1; end > 0 && whole.charAt(end) == LINE; ) {
            int start = whole.lastIndexOf(LINE, end - 1);
            if (start < 0 || !isApart(whole, start + 1, end)) {
                break;
            }
            begin = start;
            end = start;
        }
        return begin == whole.length()
                ? new SplitText(whole, "")
                : new SplitText(whole.substring(0, begin + 1), whole.substring(begin));
    }

    private static boolean isApart(String text, int from, int to) {
        boolean apart = true;
        boolean joint = true;
        for (int i = from; i < to && apart; ) {
            int c = text.codePointAt(i);
            apart = (c == JOINT) != joint;
            joint = c == JOINT;
            i += Character.charCount(c);
        }
        return apart && !joint;
    }

    /** The text as it was before. */
    String whole() {
        return lines.isEmpty() ? text : text + lines.substring(1);
    }

    static Place placeOf(String pattern) {
        int inner = pattern.indexOf(LINE, 1);
        if (inner > 0 && inner < pattern.length() - 1) {
            return Place.ACROSS;
        }
        for (int i = 1; i < pattern.length(); i++) {
            if (areWritten(pattern.charAt(i - 1), pattern.charAt(i))) {
                return Place.TEXT;
            }
        }
        return pattern.length() > 1 ? Place.EITHER : Place.ACROSS;
    }

    /** Whether both are, and each for itself. */
    private static boolean areWritten(char c, char next) {
        return isWritten(c) && isWritten(next) && !Character.isSurrogatePair(c, next);
    }

    private static boolean isWritten(char c) {
        return c != JOINT && c != LINE;
    }
}
