package io.crmkit.error;

/** The record was merged into another one that goes on: change that one instead. */
public final class MergedException extends CrmException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;
    private final String survivor;

    /**
     * Names both.
     *
     * @param kind such as {@code customer}
     * @param id the id of the record that was to be changed
     * @param survivor the id of the one that goes on
     */
    public MergedException(String kind, String id, String survivor) {
        super(
                ErrorCode.MERGED,
                "The " + kind + " " + id + " was merged into " + survivor + ": change that one instead");
        this.kind = kind;
        this.id = id;
        this.survivor = survivor;
    }

    /** Returns what was to be changed, such as {@code customer}. */
    public String kind() {
        return kind;
    }

    /** Returns its id. */
    public String id() {
        return id;
    }

    /** Returns the id of the one that goes on. */
    public String survivor() {
        return survivor;
    }
}
