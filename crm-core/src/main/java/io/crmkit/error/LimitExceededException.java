package io.crmkit.error;

/** A limit is reached; nothing was changed. */
public final class LimitExceededException extends CrmException {
    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long allowed;
    private final long used;

    /**
     * Names the limit.
     *
     * @param limit such as {@code subjects per lastNotes call}
     */
    public LimitExceededException(String limit, long allowed, long used) {
        super(ErrorCode.LIMIT_EXCEEDED, limit + ": allowed " + allowed + ", asked for or used " + used);
        this.limit = limit;
        this.allowed = allowed;
        this.used = used;
    }

    /** Returns which limit. */
    public String limit() {
        return limit;
    }

    /** Returns how much is allowed. */
    public long allowed() {
        return allowed;
    }

    /** Returns how much was asked for or is used. */
    public long used() {
        return used;
    }
}
