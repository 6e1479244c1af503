package io.crmkit.examples.replay;

/** The input breaks its format; says where and how in one sentence. */
final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInputException(int line, String what) {
        super("line " + line + ": " + what);
    }
}
