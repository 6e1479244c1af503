package io.crmkit.spi.storage;

import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.RefusalCode;
import io.crmkit.attachment.StoredName;
import io.crmkit.note.Note;
import java.time.Instant;
import java.util.Optional;

/**
 * An attachment as it is kept. Immutable; each method returns the next version.
 *
 * @param attachment what callers see
 * @param storedName the name of its file in the file store
 * @param receivedSha256 the hash of what came, 64 hexadecimal digits in lower case
 * @param inspectedBy the version of the inspection that let it in
 * @param waiting where the file waits; empty unless {@link AttachmentState#LOCAL}
 */
public record AttachmentRecord(
        Attachment attachment,
        StoredName storedName,
        String receivedSha256,
        int inspectedBy,
        Optional<Waiting> waiting) {
    /**
     * A file that waits for its delivery.
     *
     * @param spool the id of the spool directory
     * @param attempts how often its delivery failed
     * @param next when it is tried again
     */
    public record Waiting(String spool, int attempts, Instant next) {}

    /** Delivered. */
    public AttachmentRecord stored() {
        return next(AttachmentState.STORED, Optional.empty(), inspectedBy, Optional.empty());
    }

    /** Not delivered, and tried again later. */
    public AttachmentRecord waiting(Waiting later) {
        return next(AttachmentState.LOCAL, Optional.empty(), inspectedBy, Optional.of(later));
    }

    /** Let in by a later version of the inspection too. */
    public AttachmentRecord inspected(int version) {
        return next(attachment.state(), Optional.empty(), version, waiting);
    }

    /** Not let in by a later version of the inspection. */
    public AttachmentRecord quarantined(RefusalCode why, int version) {
        return next(AttachmentState.QUARANTINED, Optional.of(why), version, Optional.empty());
    }

    /** Not in the file store any more. */
    public AttachmentRecord lost() {
        return next(AttachmentState.LOST, Optional.empty(), inspectedBy, Optional.empty());
    }

    /** Deleted, or live again. */
    public AttachmentRecord deleted(Optional<Note.Deletion> how) {
        Attachment changed = next(attachment.state(), attachment.quarantine(), how);
        return new AttachmentRecord(changed, storedName, receivedSha256, inspectedBy, waiting);
    }

    private AttachmentRecord next(
            AttachmentState state, Optional<RefusalCode> why, int version, Optional<Waiting> where) {
        return new AttachmentRecord(
                next(state, why, attachment.deletion()), storedName, receivedSha256, version, where);
    }

    private Attachment next(AttachmentState state, Optional<RefusalCode> why, Optional<Note.Deletion> how) {
        Attachment a = attachment;
        return new Attachment(
                a.id(),
                a.version() + 1,
                a.to(),
                a.uploader(),
                a.at(),
                a.name(),
                a.type(),
                a.size(),
                a.sha256(),
                a.dimensions(),
                a.warnings(),
                state,
                why,
                how);
    }

    /** The attachment only. */
    @Override
    public String toString() {
        return "AttachmentRecord[" + attachment + "]";
    }
}
