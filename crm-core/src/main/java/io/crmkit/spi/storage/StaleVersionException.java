package io.crmkit.spi.storage;

/**
 * An update named a version that is not the stored one's successor. Thrown by the call that updates, not by the commit.
 * The core turns it into a {@link io.crmkit.error.ConflictException} or runs the command again.
 */
public final class StaleVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String record;
    private final long expected;
    private final long found;

    /**
     * Names the record.
     *
     * @param record kind and id, such as {@code ticket 01J…}
     * @param expected the version that was to be replaced
     * @param found the stored version; 0 if there is no such record
     */
    public StaleVersionException(String record, long expected, long found) {
        super(record + ": expected version " + expected + ", found " + found);
        this.record = record;
        this.expected = expected;
        this.found = found;
    }

    /** Returns kind and id. */
    public String record() {
        return record;
    }

    /** Returns the version that was to be replaced. */
    public long expected() {
        return expected;
    }

    /** Returns the stored version. */
    public long found() {
        return found;
    }
}
