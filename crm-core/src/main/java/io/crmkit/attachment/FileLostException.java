package io.crmkit.attachment;

import io.crmkit.error.CrmException;
import io.crmkit.error.ErrorCode;

/** The file store has the file no more, or not as it was stored: nothing of it was handed out. */
public final class FileLostException extends CrmException {
    private static final long serialVersionUID = 1L;

    /** Names the attachment. */
    public FileLostException(AttachmentId attachment) {
        super(
                ErrorCode.FILE_LOST,
                "the file of attachment " + attachment + " is not in the file store as it was stored: restore it there"
                        + " from a backup");
    }
}
