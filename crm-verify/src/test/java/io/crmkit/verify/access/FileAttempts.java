package io.crmkit.verify.access;

import io.crmkit.CrmSession;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.AttachedTo;
import io.crmkit.attachment.AttachmentDownload;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.DeleteAttachment;
import io.crmkit.attachment.SweepFiles;
import io.crmkit.verify.Spools;
import java.util.List;
import java.util.Map;

/** Every operation on files, tried on the notes and tickets of one place. */
final class FileAttempts {
    private FileAttempts() {}

    static void addTo(Map<String, Attempts.Attempt> byName) {
        byName.put(
                "file.attach",
                (w, s, p) -> Outcome.done(
                        s.attachments().attach(AttachFile.toTicket(p.ticket().id(), "a.png"), Spools.picture())));
        byName.put(
                "file.attach.internally",
                (w, s, p) -> Outcome.done(
                        s.attachments().attach(AttachFile.internally(p.ticket().id(), "a.png"), Spools.picture())));
        byName.put(
                "file.attach.note",
                (w, s, p) -> Outcome.done(
                        s.attachments().attach(AttachFile.toNote(p.note().id(), "a.png"), Spools.picture())));
        reading(byName);
        changing(byName);
    }

    private static void reading(Map<String, Attempts.Attempt> byName) {
        byName.put(
                "file.get",
                (w, s, p) ->
                        Outcome.done(s.attachments().get(w.files(p.relation()).open())));
        byName.put(
                "file.get.internal",
                (w, s, p) ->
                        Outcome.done(s.attachments().get(w.files(p.relation()).internal())));
        byName.put(
                "file.get.note",
                (w, s, p) ->
                        Outcome.done(s.attachments().get(w.files(p.relation()).onNote())));
        byName.put(
                "file.list",
                (w, s, p) -> Outcome.seen(lists(s, p, w.files(p.relation()).open())));
        byName.put(
                "file.list.internal",
                (w, s, p) -> Outcome.seen(lists(s, p, w.files(p.relation()).internal())));
        byName.put(
                "file.list.note",
                (w, s, p) -> Outcome.seen(s.attachments()
                        .onNotes(List.of(p.note().id()))
                        .containsKey(p.note().id())));
        byName.put("file.open", (w, s, p) -> opened(s, w.files(p.relation()).open()));
        byName.put(
                "file.open.internal",
                (w, s, p) -> opened(s, w.files(p.relation()).internal()));
        byName.put(
                "file.open.note", (w, s, p) -> opened(s, w.files(p.relation()).onNote()));
    }

    private static boolean lists(CrmSession session, World.Place place, AttachmentId file) {
        return session.attachments().onTicket(place.ticket().id()).stream()
                .anyMatch(attachment -> attachment.id().equals(file));
    }

    private static Outcome opened(CrmSession session, AttachmentId id) {
        try (AttachmentDownload file = session.attachments().open(id)) {
            return Outcome.done(file);
        }
    }

    private static void changing(Map<String, Attempts.Attempt> byName) {
        byName.put("file.delete", (w, s, p) -> {
            s.attachments()
                    .delete(DeleteAttachment.because(w.files(p.relation()).open(), "wrong customer"));
            return Outcome.YES;
        });
        byName.put(
                "file.deleted",
                (w, s, p) -> Outcome.seen(!s.attachments()
                        .deleted(AttachedTo.ticket(p.ticket().id()))
                        .isEmpty()));
        byName.put(
                "file.restore",
                (w, s, p) -> Outcome.done(
                        s.attachments().restore(w.files(p.relation()).deleted())));
        byName.put("file.sweep", (w, s, p) -> Outcome.done(s.attachments().sweep(SweepFiles.look())));
    }
}
