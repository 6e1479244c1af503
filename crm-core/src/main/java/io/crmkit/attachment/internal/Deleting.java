package io.crmkit.attachment.internal;

import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.DeleteAttachment;
import io.crmkit.internal.access.Repeatable;
import io.crmkit.internal.access.Writing;
import java.util.UUID;

/** Deletes an attachment once. */
record Deleting(DeleteAttachment command) implements Repeatable<AttachmentId> {
    @Override
    public AttachmentId perform(Writing writing) {
        Changing.delete(writing, command);
        return command.attachment();
    }

    @Override
    public AttachmentId reload(Writing writing, UUID id) {
        return new AttachmentId(id);
    }

    @Override
    public UUID idOf(AttachmentId result) {
        return result.value();
    }
}
