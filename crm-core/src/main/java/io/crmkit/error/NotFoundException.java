package io.crmkit.error;

/** There is no such record for this caller: it does not exist, was deleted, or belongs to somebody else. */
public final class NotFoundException extends CrmException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;

    /**
     * Names what was looked for.
     *
     * @param kind such as {@code ticket}
     * @param id its id as text
     */
    public NotFoundException(String kind, String id) {
        super(ErrorCode.NOT_FOUND, "There is no " + kind + " " + id + " that you may see: check the id");
        this.kind = kind;
        this.id = id;
    }

    /** Returns what was looked for, such as {@code ticket}. */
    public String kind() {
        return kind;
    }

    /** Returns the id that was looked for. */
    public String id() {
        return id;
    }
}
