package io.crmkit.attachment.internal;

import io.crmkit.audit.AuditAction;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Writing;
import io.crmkit.spi.storage.AttachmentRecord;
import java.util.List;
import java.util.Optional;

/** Notes in the audit what was done with files: under the team that has the note or ticket. */
final class Traces {
    private Traces() {}

    static void leave(Writing writing, AuditAction action, AttachmentRecord record, Place place) {
        SubjectRef target =
                new SubjectRef("attachment", record.attachment().id().toString());
        writing.audit(action, target, Optional.of(place.customer()), place.team(), List.of());
    }
}
