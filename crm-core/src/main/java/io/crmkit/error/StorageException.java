package io.crmkit.error;

/**
 * The storage failed and nothing was changed, unless it is an {@link OutcomeUnknownException}. Adapters throw it with the driver's exception as cause.
 */
public class StorageException extends CrmException {
    private static final long serialVersionUID = 1L;

    /** A failure for good: {@link #retryable()} is false. */
    public StorageException(String message, Throwable cause) {
        super(ErrorCode.STORAGE_FAILED, message, cause);
    }

    /** For the kind whose outcome is not known. */
    StorageException(ErrorCode code, String message, Throwable cause) {
        super(code, message, cause);
    }

    /** For the retryable kind. */
    StorageException(ErrorCode code, String message) {
        super(code, message);
    }
}
