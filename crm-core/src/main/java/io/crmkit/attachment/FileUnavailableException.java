package io.crmkit.attachment;

import io.crmkit.error.CrmException;
import io.crmkit.error.ErrorCode;

/** The file cannot be had, or no further one taken, at the moment. Nothing was changed; the same call may succeed later. */
public final class FileUnavailableException extends CrmException {
    private static final long serialVersionUID = 1L;

    /** Says what is away. */
    public FileUnavailableException(String message) {
        super(ErrorCode.FILE_UNAVAILABLE, message);
    }

    /** Says what is away, and why. */
    public FileUnavailableException(String message, Throwable cause) {
        super(ErrorCode.FILE_UNAVAILABLE, message, cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
