package io.crmkit.error;

/** The caller may not do this. Says what is missing. */
public final class PermissionDeniedException extends CrmException {
    private static final long serialVersionUID = 1L;

    private final String actor;
    private final String missing;

    /**
     * Names who lacks what.
     *
     * @param actor the caller
     * @param missing the permission or the relation that is missing, such as {@code NOTE_EDIT: only the author edits}
     */
    public PermissionDeniedException(String actor, String missing) {
        super(ErrorCode.PERMISSION_DENIED, actor + " may not do this; missing: " + missing);
        this.actor = actor;
        this.missing = missing;
    }

    /** Returns the caller. */
    public String actor() {
        return actor;
    }

    /** Returns the permission or relation that is missing. */
    public String missing() {
        return missing;
    }
}
