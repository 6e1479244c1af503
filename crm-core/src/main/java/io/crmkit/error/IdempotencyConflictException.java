package io.crmkit.error;

/** The idempotency key was used before by the same caller for the same operation with other input. */
public final class IdempotencyConflictException extends CrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the operation.
     *
     * @param operation such as {@code ticket.open}
     */
    public IdempotencyConflictException(String operation) {
        super(
                ErrorCode.IDEMPOTENCY_CONFLICT,
                "The idempotency key of " + operation + " was used before with other input: use a new key");
    }
}
