package io.crmkit.examples.replay;

/** The input breaks its format; says where and how in one sentence. */
final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInputException(int line, String what) {
        super("line " + line + ": " + printable(what));
    }

    /** What is quoted from the input may hold characters that command a terminal: they are not passed on. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\u200c\u200d]]", "\ufffd");
    }
}
