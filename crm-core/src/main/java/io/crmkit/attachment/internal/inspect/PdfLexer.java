package io.crmkit.attachment.internal.inspect;

/**
 * Cuts PDF syntax into tokens, and never fails: readers of PDF forgive much, so what is malformed is skipped and the look
 * goes on. Source: ISO 32000-1, 7.2 and 7.3. Not thread-safe.
 */
final class PdfLexer {
    /** The kinds of tokens. */
    enum Kind {
        NAME,
        INTEGER,
        /** A string of either form; its text does not matter. */
        STRING,
        DICTIONARY,
        DICTIONARY_END,
        ARRAY,
        ARRAY_END,
        /** {@code obj}, {@code stream}, {@code true} and the like, and numbers that are no integers. */
        WORD,
        END
    }

    private static final String DELIMITERS = "()<>[]{}/%";
    /** Longer words and names stand for nothing that matters. */
    private static final int MOST_TEXT = 127;

    private final Bytes file;
    private final int to;
    private int at;
    private Kind kind = Kind.END;
    private final StringBuilder text = new StringBuilder();

    PdfLexer(Bytes file, int from, int to) {
        this.file = file;
        this.at = from;
        this.to = to;
    }

    /** The place behind the last token. */
    int at() {
        return at;
    }

    Kind kind() {
        return kind;
    }

    /** Of a name what it stands for, without the slash; of a word or an integer the word. */
    String text() {
        return text.toString();
    }

    boolean word(String word) {
        return kind == Kind.WORD && word.contentEquals(text);
    }

    Kind next() {
        text.setLength(0);
        skipSpace();
        kind = at >= to ? Kind.END : token();
        return kind;
    }

    private Kind token() {
        int first = file.u8(at++);
        boolean doubled = at < to && file.u8(at) == first;
        return switch (first) {
            case '/' -> name();
            case '(' -> string();
            case '[' -> Kind.ARRAY;
            case ']' -> Kind.ARRAY_END;
            case '<' -> doubled ? pair(Kind.DICTIONARY) : hexadecimal();
            case '>' -> doubled ? pair(Kind.DICTIONARY_END) : next();
            case ')', '{', '}' -> next();
            default -> word();
        };
    }

    private Kind pair(Kind result) {
        at++;
        return result;
    }

    private void skipSpace() {
        while (at < to) {
            int c = file.u8(at);
            if (c == '%') {
                while (at < to && file.u8(at) != '\r' && file.u8(at) != '\n') {
                    at++;
                }
            } else if (!space(c)) {
                return;
            } else {
                at++;
            }
        }
    }

    static boolean space(int c) {
        return c == 0 || c == 9 || c == 10 || c == 12 || c == 13 || c == 32;
    }

    private static boolean regular(int c) {
        return !space(c) && DELIMITERS.indexOf(c) < 0;
    }

    private Kind name() {
        while (at < to && regular(file.u8(at))) {
            int c = file.u8(at);
            int high = at + 2 < to && c == '#' ? Character.digit(file.u8(at + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(file.u8(at + 2), 16) : -1;
            append(low >= 0 ? (char) (high << 4 | low) : (char) c);
            at += low >= 0 ? 3 : 1;
        }
        return Kind.NAME;
    }

    private Kind word() {
        at--;
        while (at < to && regular(file.u8(at))) {
            append((char) file.u8(at++));
        }
        return integer() ? Kind.INTEGER : Kind.WORD;
    }

    private void append(char c) {
        if (text.length() < MOST_TEXT) {
            text.append(c);
        }
    }

    private boolean integer() {
        int sign = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        int digits = text.length() - sign;
        return digits >= 1 && digits <= 9 && text.chars().skip(sign).allMatch(c -> c >= '0' && c <= '9');
    }

    private Kind string() {
        int depth = 1;
        while (at < to && depth > 0) {
            int c = file.u8(at++);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
        }
        at = Math.min(at, to);
        return Kind.STRING;
    }

    private Kind hexadecimal() {
        while (at < to && file.u8(at) != '>') {
            at++;
        }
        at = Math.min(at + 1, to);
        return Kind.STRING;
    }
}
