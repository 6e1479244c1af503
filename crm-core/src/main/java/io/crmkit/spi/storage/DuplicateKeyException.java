package io.crmkit.spi.storage;

/** A unique key is taken. Thrown by the call that inserts or updates, not by the commit. */
public final class DuplicateKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * Names the key.
     *
     * @param key which unique key, without its value: {@code id}, {@code number}, or the kind of an identifier
     */
    public DuplicateKeyException(String key) {
        super("duplicate " + key);
        this.key = key;
    }

    /** Returns which unique key. */
    public String key() {
        return key;
    }
}
