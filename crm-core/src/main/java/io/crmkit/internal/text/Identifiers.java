package io.crmkit.internal.text;

import java.text.Normalizer;
import java.util.Optional;

/** Identifiers given by other systems: account ids, order numbers, transaction ids. Upper and lower case matter. */
public final class Identifiers {

    private Identifiers() {}

    /**
     * Gives the canonical form: invisible format characters and outer blanks removed, digits of all scripts as ASCII,
     * composed letters, case unchanged. Empty when nothing is left or a control character stands inside.
     */
    public static Optional<String> normalise(String raw) {
        String visible = trimmed(withoutFormatCharacters(raw));
        if (visible.isEmpty() || visible.codePoints().anyMatch(Identifiers::isBroken)) {
            return Optional.empty();
        }
        return Optional.of(Normalizer.normalize(Folding.digits(visible), Normalizer.Form.NFC));
    }

    /** Removes characters without width, such as joiners, direction marks and byte order marks. */
    public static String withoutFormatCharacters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Removes blanks of all kinds, no-break spaces included, from both ends. */
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBroken(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
    }

    private static boolean isBlank(char c) {
        return Character.isSpaceChar(c) || Character.isWhitespace(c);
    }
}
