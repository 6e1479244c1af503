package io.crmkit.error;

/** Somebody changed the record meanwhile: read it again, then decide again. Carries both versions. */
public final class ConflictException extends CrmException {
    private static final long serialVersionUID = 1L;

    private final String record;
    private final long expected;
    private final long found;

    /**
     * Names the record and both versions.
     *
     * @param record kind and id, such as {@code note 01J…}
     */
    public ConflictException(String record, long expected, long found) {
        super(
                ErrorCode.CONFLICT,
                record + " was changed meanwhile: you saw version " + expected + ", the current one is " + found
                        + "; read it again");
        this.record = record;
        this.expected = expected;
        this.found = found;
    }

    /** Returns kind and id of the record. */
    public String record() {
        return record;
    }

    /** Returns the version that the caller saw. */
    public long expected() {
        return expected;
    }

    /** Returns the version that is stored. */
    public long found() {
        return found;
    }
}
