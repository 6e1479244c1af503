package io.crmkit.customer.internal;

/** Kinds of characters as bits, which tell of most values at once that they hold nothing of what is looked for. */
final class CharacterKinds {
    private static final int DIGIT = 1;
    private static final int LETTER = 2;
    private static final int BEYOND_ASCII = 4;

    private CharacterKinds() {}

    /** Those of a pattern of folded text. */
    static int in(String pattern) {
        int kinds = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            kinds |= c >= '0' && c <= '9' ? DIGIT : 0;
            kinds |= c >= 'a' && c <= 'z' ? LETTER : 0;
            kinds |= c >= 0x80 ? BEYOND_ASCII : 0;
        }
        return kinds;
    }

    /**
     * Those that a value may have once it is folded. Other writings of it, such as telephone numbers with and without the
     * country's code, have no others: {@link CustomerFields} adds none with a kind of character that the value lacks.
     */
    static int possibleIn(String value) {
        int kinds = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                kinds |= Character.isDigit(c) ? DIGIT : BEYOND_ASCII | LETTER;
                kinds |= Character.isLetter(c) ? 0 : DIGIT;
            } else {
                kinds |= Character.isLetter(c) ? LETTER : c == ' ' ? 0 : DIGIT;
            }
        }
        return kinds;
    }
}
