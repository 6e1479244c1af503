package io.crmkit.error;

/** Others held the record for too long, or a race was lost too often: nothing was changed, the call may be repeated. */
public final class StorageBusyException extends StorageException {
    private static final long serialVersionUID = 1L;

    /** Says what was busy. */
    public StorageBusyException(String message) {
        super(ErrorCode.STORAGE_BUSY, message);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
