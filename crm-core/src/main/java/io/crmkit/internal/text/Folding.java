package io.crmkit.internal.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * The search form of texts: one spelling for what people type as the same word in Persian, Arabic, Tamil and Latin
 * letters. Stateless; every method takes time linear in the length of its input.
 */
public final class Folding {

    /** No language stacks more marks on a letter; longer runs are an attack on the normaliser, which sorts them. */
    private static final int MAX_MARKS_IN_A_ROW = 30;

    private static final int TATWEEL = 0x0640;
    private static final int HAMZA = 0x0621;

    private Folding() {}

    /**
     * Folds a text: compatibility forms, diacritics, invisible format characters, tatweel and hamza go, digits of all
     * scripts become ASCII, letter variants of Arabic and Persian become one letter, upper and lower case become one,
     * blanks and control characters become single spaces. Vowel signs and virama of Indic scripts stay. Idempotent.
     */
    public static String fold(String raw) {
        if (isAscii(raw)) {
            return squeezed(raw.toLowerCase(Locale.ROOT));
        }
        StringBuilder letters = new StringBuilder(raw.length());
        String kept = withoutDropped(raw);
        String decomposed = Normalizer.normalize(kept, Normalizer.Form.NFKD);
        (decomposed.equals(kept) ? kept : withoutDropped(decomposed))
                .codePoints()
                .forEach(c -> appendFolded(letters, c));
        return squeezed(Normalizer.normalize(letters, Normalizer.Form.NFC));
    }

    /** Of these only the case changes, and the blanks. */
    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Gives the text to store so that {@link #searchTerms} find it; at most twice as long as the folded text, plus one. */
    public static String searchText(String raw) {
        return DigitGroups.withJoined(fold(raw));
    }

    /** Gives the folded text, and each of its numbers that was written in groups without their separators. */
    public static List<String> searchForms(String raw) {
        return DigitGroups.forms(fold(raw));
    }

    /**
     * Splits a query into folded terms without duplicates. A text matches when its {@link #searchText} contains every
     * term. A query of digits and separators of their groups is one number; otherwise blanks separate terms and
     * separators between digits are left out. A blank query has no terms.
     */
    public static List<String> searchTerms(String query) {
        return DigitGroups.terms(fold(query));
    }

    /** Replaces the decimal digits of all scripts by ASCII digits and leaves every other character unchanged. */
    public static String digits(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> out.appendCodePoint(asciiDigit(c)));
        return out.toString();
    }

    private static String withoutDropped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isDropped(c)) {
                continue;
            }
            marks = isMark(c) ? marks + 1 : 0;
            if (marks <= MAX_MARKS_IN_A_ROW) {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static boolean isDropped(int c) {
        if (c < 0x80) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.SURROGATE
                || c == TATWEEL
                || c == HAMZA
                || (c >= 0x0300 && c <= 0x036F)
                || isArabicMark(c, type);
    }

    private static boolean isArabicMark(int c, int type) {
        return (c >= 0x064B && c <= 0x065F)
                || c == 0x0670
                || (c >= 0x0610 && c <= 0x061A)
                || (c >= 0x06D6 && c <= 0x06ED && type == Character.NON_SPACING_MARK);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static void appendFolded(StringBuilder out, int c) {
        int folded = letterVariant(asciiDigit(c));
        String letters = twoLetters(folded);
        if (!letters.isEmpty()) {
            out.append(letters);
            return;
        }
        // By code point, since String.toLowerCase gives a sigma another form at the end of a word.
        out.appendCodePoint(strokeless(Character.toLowerCase(Character.toUpperCase(folded))));
    }

    private static String twoLetters(int c) {
        return switch (c) {
            case 'ß', 'ẞ' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'þ', 'Þ' -> "th";
            default -> "";
        };
    }

    private static int asciiDigit(int c) {
        return c >= 0x80 && Character.isDigit(c) ? '0' + Character.digit(c, 10) : c;
    }

    private static int letterVariant(int c) {
        return switch (c) {
            case 'ي', 'ى', 'ے', 'ې', 'ۍ', 'ێ' -> 'ی';
            case 'ك', 'ڪ', 'ګ' -> 'ک';
            case 'ة', 'ۃ', 'ۀ', 'ہ', 'ھ', 'ە' -> 'ه';
            case 'ۆ', 'ۇ', 'ۋ' -> 'و';
            case 'ٱ', 'ٲ', 'ٳ' -> 'ا';
            default -> c;
        };
    }

    private static int strokeless(int c) {
        return switch (c) {
            case 'ı' -> 'i';
            case 'ł' -> 'l';
            case 'ø' -> 'o';
            case 'đ', 'ð' -> 'd';
            default -> c;
        };
    }

    private static String squeezed(String text) {
        if (!hasBlank(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isBlank(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
    }

    private static boolean hasBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isBlank(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
