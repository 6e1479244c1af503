package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;

/** Ends the look at a file: it is not let in. Carries no stack, since hostile files throw many. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    /** @param reason a sentence without the file's name and content */
    Refusal(RefusalCode code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    static Refusal damaged(String reason) {
        return new Refusal(RefusalCode.DAMAGED, reason);
    }

    RefusalCode code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
