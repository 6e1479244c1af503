package io.crmkit.error;

/**
 * The connection broke while a transaction was being committed: the command was carried out or it was not. With an
 * idempotency key the CRM finds that out by itself, so that only commands without one get this. Read the record before
 * sending the command again.
 */
public final class OutcomeUnknownException extends StorageException {
    private static final long serialVersionUID = 1L;

    /** With the driver's exception as cause. */
    public OutcomeUnknownException(String message, Throwable cause) {
        super(ErrorCode.STORAGE_OUTCOME_UNKNOWN, message, cause);
    }
}
