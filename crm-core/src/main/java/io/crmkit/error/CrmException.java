package io.crmkit.error;

import java.util.Objects;

/**
 * Anything that the CRM refuses or fails to do. The message carries ids and numbers, never personal data, and is meant
 * for logs; texts for end users come from {@link ErrorTexts}.
 */
public abstract class CrmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** For the family's own types. */
    protected CrmException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /** For the family's own types: with the cause. */
    protected CrmException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Returns the stable code. */
    public ErrorCode code() {
        return code;
    }

    /** Returns what happened and what to do: ids and numbers, never personal data. */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), code.name());
    }

    /** Says whether the same call may succeed when it is simply repeated. */
    public boolean retryable() {
        return false;
    }
}
