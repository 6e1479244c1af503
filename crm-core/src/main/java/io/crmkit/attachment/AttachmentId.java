package io.crmkit.attachment;

import io.crmkit.id.IdText;
import java.util.UUID;

/** Names one attachment. */
public record AttachmentId(UUID value) {
    /**
     * Reads either text form.
     *
     * @throws io.crmkit.error.InvalidRequestException if it is none
     */
    public static AttachmentId parse(String text) {
        return new AttachmentId(IdText.parse("attachmentId", text));
    }

    /** The 26 characters of {@link IdText}. */
    @Override
    public String toString() {
        return IdText.of(value);
    }
}
