package io.crmkit.attachment;

import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Asks to delete an attachment.
 *
 * @param attachment which
 * @param reason why; empty for one's own, needed for somebody else's, at most 500 characters
 * @param onceKey idempotency key
 */
public record DeleteAttachment(AttachmentId attachment, String reason, Optional<String> onceKey) implements Form {
    @Override
    public List<Violation> violations() {
        return Checks.that("").text("reason", reason, 0, 500).once(onceKey).found();
    }

    /** Deletes one's own attachment. */
    public static DeleteAttachment own(AttachmentId attachment) {
        return new DeleteAttachment(attachment, "", Optional.empty());
    }

    /** Deletes an attachment, also somebody else's, for a reason. */
    public static DeleteAttachment because(AttachmentId attachment, String reason) {
        return new DeleteAttachment(attachment, reason, Optional.empty());
    }

    /** Makes a repetition of this call do nothing. The key has 1 to 120 characters. */
    public DeleteAttachment once(String key) {
        return new DeleteAttachment(attachment, reason, Optional.of(key));
    }

    /** The reason is left out: it may end up in a log. */
    @Override
    public String toString() {
        return "DeleteAttachment[" + attachment + "]";
    }
}
