package io.crmkit.attachment;

import io.crmkit.error.CrmException;
import io.crmkit.error.ErrorCode;
import java.util.Objects;

/** A file is not let in, or is kept from everybody since a later inspection. Nothing was stored, and it counts for no limit. */
public final class FileRefusedException extends CrmException {
    private static final long serialVersionUID = 1L;

    private final RefusalCode refusal;

    /**
     * Says why.
     *
     * @param reason a sentence without the file's name and content
     */
    public FileRefusedException(RefusalCode refusal, String reason) {
        super(ErrorCode.FILE_REFUSED, refusal + ": " + reason);
        this.refusal = Objects.requireNonNull(refusal, "refusal");
    }

    /** Returns why; stable. */
    public RefusalCode refusal() {
        return refusal;
    }
}
