package io.crmkit.error;

/** Another record has this unique value already. */
public final class DuplicateException extends CrmException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * Names the unique key without its value.
     *
     * @param key such as {@code identifier username}
     */
    public DuplicateException(String key) {
        super(ErrorCode.DUPLICATE, "Another record has this " + key + " already: look it up instead");
        this.key = key;
    }

    /** Returns which unique key. */
    public String key() {
        return key;
    }
}
