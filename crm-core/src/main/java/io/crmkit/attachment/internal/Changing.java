package io.crmkit.attachment.internal;

import io.crmkit.actor.Permission;
import io.crmkit.attachment.AttachedTo;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.DeleteAttachment;
import io.crmkit.audit.AuditAction;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Writing;
import io.crmkit.note.Note;
import io.crmkit.spi.storage.AttachmentRecord;
import java.util.Optional;

/** Finds, deletes and restores attachments: which ones an actor may see and change. */
final class Changing {
    private Changing() {}

    /** A record, and what it hangs on within the actor's reach. */
    record Found(AttachmentRecord record, Place place) {}

    /** The live one within reach. */
    static Found live(Reading reading, AttachmentId id) {
        return find(reading, id, false);
    }

    private static Found find(Reading reading, AttachmentId id, boolean deleted) {
        AttachmentRecord record = reading.tx()
                .attachments()
                .find(id)
                .filter(found -> found.attachment().deletion().isPresent() == deleted)
                .orElseThrow(() -> new NotFoundException("attachment", id.toString()));
        return new Found(record, place(reading, record));
    }

    /** Whoever may not see the note or ticket is told nothing of it, not even that there is one. */
    private static Place place(Reading reading, AttachmentRecord record) {
        try {
            return Place.readable(reading, record.attachment().to());
        } catch (NotFoundException e) {
            throw new NotFoundException("attachment", record.attachment().id().toString());
        }
    }

    static void delete(Writing writing, DeleteAttachment command) {
        Found found = live(writing, command.attachment());
        Attachment attachment = found.record().attachment();
        if (!attachment.uploader().equals(writing.actor().ref())) {
            requireRightOverOthers(writing, found, command.reason());
        }
        Note.Deletion how = new Note.Deletion(
                writing.now(), writing.actor().ref(), command.reason().strip());
        writing.tx().attachments().update(found.record().deleted(Optional.of(how)));
        Traces.leave(writing, AuditAction.FILE_DELETED, found.record(), found.place());
    }

    private static void requireRightOverOthers(Writing writing, Found found, String reason) {
        if (reason.isBlank()) {
            throw denied(writing, "somebody else's attachment is deleted for a reason only");
        }
        if (!reaches(writing, found.place())) {
            throw denied(writing, "it lies out of reach");
        }
    }

    private static boolean reaches(Reading reading, Place place) {
        return reading.reach(Permission.FILE_DELETE).covers(place.team(), Optional.empty(), Optional.empty());
    }

    private static PermissionDeniedException denied(Reading reading, String what) {
        return new PermissionDeniedException(reading.actor().id().value(), Permission.FILE_DELETE + ": " + what);
    }

    static AttachmentRecord restore(Writing writing, AttachmentId id) {
        Found found = find(writing, id, true);
        if (!mayRestore(writing, found.record().attachment(), found.place())) {
            throw new NotFoundException("attachment", id.toString());
        }
        AttachmentRecord restored = found.record().deleted(Optional.empty());
        writing.tx().attachments().update(restored);
        Traces.leave(writing, AuditAction.FILE_RESTORED, restored, found.place());
        return restored;
    }

    /** Whether the actor may restore what was deleted there. */
    static boolean mayRestore(Reading reading, Attachment attachment, Place place) {
        boolean deletedIt = attachment
                .deletion()
                .filter(deletion -> deletion.by().equals(reading.actor().ref()))
                .isPresent();
        return deletedIt || reaches(reading, place);
    }

    /** Whether the actor may read the place at all. */
    static boolean sees(Reading reading, AttachedTo to) {
        try {
            Place.readable(reading, to);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
