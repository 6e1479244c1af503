package io.crmkit.internal.reference;

import java.util.Arrays;

/**
 * A text as it is scanned: without invisible format characters, with digits of all scripts and hyphens of all kinds as
 * ASCII. Knows where each of its characters stands in the text as written.
 */
final class VisibleText {
    private static final int MINUS_SIGN = 0x2212;

    private final String text;
    private final int[] places;

    private VisibleText(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    static VisibleText of(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int[] places = new int[raw.length() + 1];
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            if (Character.getType(c) != Character.FORMAT) {
                int before = out.length();
                out.appendCodePoint(plain(c));
                Arrays.fill(places, before, out.length(), i);
            }
            i += Character.charCount(c);
            places[out.length()] = i;
        }
        return new VisibleText(out.toString(), places);
    }

    private static int plain(int c) {
        if (c < 0x80) {
            return c;
        }
        if (Character.isDigit(c)) {
            return '0' + Character.digit(c, 10);
        }
        if (c == MINUS_SIGN || Character.getType(c) == Character.DASH_PUNCTUATION) {
            return '-';
        }
        return Character.isSpaceChar(c) ? ' ' : c;
    }

    String text() {
        return text;
    }

    /** The same places with another text of the same length. */
    VisibleText with(String other) {
        return new VisibleText(other, places);
    }

    /** Where the character at that index begins as written. */
    int startOf(int index) {
        return places[index];
    }

    /** Where the character before that index ends as written. */
    int endBefore(int index) {
        int start = places[index - 1];
        int i = index;
        while (i < text.length() && places[i] == start) {
            i++;
        }
        return places[i];
    }
}
