package io.crmkit.customer.internal;

import java.util.Optional;

/** Letters and digits of ASCII texts: most values lack those that are looked for, and need not be folded. */
final class PlainText {
    private PlainText() {}

    /**
     * Those of a text, in lower case and without what stands between them; empty if it is not all ASCII. Lines by which an ASCII
     * value is found as it was written have nothing but its letters and digits, and leave none out in between, so that a
     * pattern in one of them has its own among them. Patterns that are not ASCII are in no ASCII value.
     */
    static Optional<String> lettersOf(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return Optional.empty();
            }
            if (Character.isLetterOrDigit(c)) {
                letters.append(Character.toLowerCase(c));
            }
        }
        return Optional.of(letters.toString());
    }
}
