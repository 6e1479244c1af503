package io.crmkit.customer.internal;

import java.util.Optional;

/** Letters and digits of ASCII texts, which tell of most values that they hold nothing of what is looked for, before they are folded. */
final class PlainText {
    private PlainText() {}

    /**
     * Those of a text, in lower case and without what stands between them; empty if it has other characters. Whatever is made
     * of an ASCII value to find it as it was written, and of what is looked for, has no others and leaves none out in between.
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
