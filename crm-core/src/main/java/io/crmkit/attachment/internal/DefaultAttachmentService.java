package io.crmkit.attachment.internal;

import io.crmkit.actor.Permission;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.AttachedTo;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentDownload;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.AttachmentService;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.DeleteAttachment;
import io.crmkit.attachment.FileLostException;
import io.crmkit.attachment.FileRefusedException;
import io.crmkit.attachment.RefusalCode;
import io.crmkit.attachment.StoredName;
import io.crmkit.attachment.SweepFiles;
import io.crmkit.attachment.SweepReport;
import io.crmkit.audit.AuditAction;
import io.crmkit.error.CrmException;
import io.crmkit.error.LimitExceededException;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.Once;
import io.crmkit.internal.access.Races;
import io.crmkit.internal.access.Reading;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.ticket.TicketId;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The attachments, behind one actor's gate. */
final class DefaultAttachmentService implements AttachmentService {
    private final Gate gate;
    private final Optional<Attachments.Session> session;

    DefaultAttachmentService(Gate gate, Optional<Attachments.Session> session) {
        this.gate = gate;
        this.session = session;
    }

    private Attachments.Session session() {
        return session.orElseThrow(() -> new IllegalStateException(
                "this CRM keeps no files: give CrmBuilder.attachments(AttachmentSettings.of(store, spool))"));
    }

    @Override
    public Attachment attach(AttachFile command, InputStream content) {
        Gate.Entry entry = gate.enter(Permission.FILE_ATTACH).with(command);
        Uploader.check(gate.actor(), command);
        Attachments.Session files = session();
        Attaching attaching = new Attaching(files.parts(), command, Optional.empty());
        Once once = new Once("file.attach", command.onceKey(), command);
        Optional<AttachmentRecord> earlier = entry.earlier(once, attaching);
        if (earlier.isPresent()) {
            return earlier.get().attachment();
        }
        Uploader uploader = entry.read(attaching::look);
        Verified verified = files.intake()
                .take(content, command.name(), uploader, gate.clock().instant());
        AttachmentRecord record = record(entry, once, attaching.with(verified), files);
        return (files.joined() ? record : files.deliveries().atOnce(record)).attachment();
    }

    /**
     * Only where it is certain that there is no record the file is removed; else it stays, and {@link Deliveries} clears it
     * away when no record turns up.
     */
    private static AttachmentRecord record(
            Gate.Entry entry, Once once, Attaching attaching, Attachments.Session files) {
        Verified verified = attaching.file().orElseThrow();
        try {
            AttachmentRecord record = entry.write(once, attaching);
            if (!record.storedName().equals(verified.storedName())) {
                files.parts().spool().remove(verified.storedName());
            }
            return record;
        } catch (CrmException e) {
            if (!Races.mayHaveWritten(e)) {
                files.parts().spool().remove(verified.storedName());
            }
            throw e;
        }
    }

    @Override
    public Attachment get(AttachmentId id) {
        Gate.Entry entry = gate.enter(Permission.FILE_LIST);
        session();
        return entry.read(reading -> Changing.live(reading, id).record().attachment());
    }

    @Override
    public Map<NoteId, List<Attachment>> onNotes(Collection<NoteId> notes) {
        Gate.Entry entry = gate.enter(Permission.FILE_LIST, notes.size());
        session();
        Set<NoteId> distinct = new LinkedHashSet<>(notes);
        if (distinct.size() > MAX_NOTES) {
            throw new LimitExceededException("notes per onNotes call", MAX_NOTES, distinct.size());
        }
        return distinct.isEmpty() ? Map.of() : entry.read(reading -> onNotes(reading, distinct));
    }

    private static Map<NoteId, List<Attachment>> onNotes(Reading reading, Set<NoteId> notes) {
        Set<AttachedTo> places = new LinkedHashSet<>();
        for (Note note : reading.tx().notes().find(notes, reading.reach(Permission.NOTE_READ))) {
            if (note.deletion().isEmpty()) {
                places.add(AttachedTo.note(note.id()));
            }
        }
        Map<NoteId, List<Attachment>> found = new LinkedHashMap<>();
        if (!places.isEmpty()) {
            for (Attachment attachment : on(reading, places, false)) {
                found.computeIfAbsent(new NoteId(attachment.to().id()), id -> new ArrayList<>())
                        .add(attachment);
            }
        }
        found.replaceAll((id, list) -> List.copyOf(list));
        return Collections.unmodifiableMap(found);
    }

    @Override
    public List<Attachment> onTicket(TicketId ticket) {
        Gate.Entry entry = gate.enter(Permission.FILE_LIST);
        session();
        return entry.read(reading -> {
            Place.readable(reading, AttachedTo.ticket(ticket));
            Set<AttachedTo> places = new LinkedHashSet<>(Set.of(AttachedTo.ticket(ticket)));
            AttachedTo internal = AttachedTo.ticketInternally(ticket);
            if (Changing.sees(reading, internal)) {
                places.add(internal);
            }
            return on(reading, places, false);
        });
    }

    /** Earliest first. */
    private static List<Attachment> on(Reading reading, Set<AttachedTo> places, boolean deleted) {
        List<Attachment> found = new ArrayList<>();
        reading.tx().attachments().on(places, deleted, MAX_LISTED).forEach(record -> found.add(record.attachment()));
        Collections.reverse(found);
        return Collections.unmodifiableList(found);
    }

    @Override
    public AttachmentDownload open(AttachmentId id) {
        Gate.Entry entry = gate.enter(Permission.FILE_OPEN);
        Attachments.Session files = session();
        AttachmentRecord record = entry.write(writing -> {
            Changing.Found found = Changing.live(writing, id);
            requireReadable(found.record().attachment());
            Traces.leave(writing, AuditAction.FILE_OPENED, found.record(), found.place());
            return found.record();
        });
        return new AttachmentDownload(
                record.attachment(), FetchedStream.of(files.shelf().fetch(record)));
    }

    private static void requireReadable(Attachment attachment) {
        if (attachment.state() == AttachmentState.QUARANTINED) {
            RefusalCode why = attachment.quarantine().orElse(RefusalCode.INSPECTION_FAILED);
            throw new FileRefusedException(
                    why, "a later inspection put attachment " + attachment.id() + " in quarantine");
        }
        if (attachment.state() == AttachmentState.LOST) {
            throw new FileLostException(attachment.id());
        }
    }

    @Override
    public void delete(DeleteAttachment command) {
        Gate.Entry entry = gate.enter(Permission.FILE_DELETE).with(command);
        session();
        Once once = new Once("file.delete", command.onceKey(), command);
        entry.write(once, new Deleting(command));
    }

    @Override
    public List<Attachment> deleted(AttachedTo to) {
        Gate.Entry entry = gate.enter(Permission.FILE_DELETE);
        session();
        return entry.read(reading -> {
            Place place = Place.readable(reading, to);
            return on(reading, Set.of(to), true).stream()
                    .filter(attachment -> Changing.mayRestore(reading, attachment, place))
                    .toList();
        });
    }

    @Override
    public Attachment restore(AttachmentId id) {
        Gate.Entry entry = gate.enter(Permission.FILE_DELETE);
        session();
        return entry.write(writing -> Changing.restore(writing, id)).attachment();
    }

    @Override
    public SweepReport sweep(SweepFiles command) {
        Gate.Entry entry = gate.enter(Permission.FILE_SWEEP);
        Attachments.Session files = session();
        if (files.joined()) {
            throw new IllegalStateException(
                    "a transaction that began before may not see the records of new files: call sweep on the CRM, not on one"
                            + " that joins");
        }
        Sweeping sweeping = new Sweeping(files.parts());
        var names = sweeping.files(command.after());
        List<AttachmentRecord> records =
                entry.read(reading -> reading.tx().attachments().byStoredName(command.after(), Sweeping.stretch()));
        SweepReport report = sweeping.compare(names, records);
        if (command.repair()) {
            entry.write(writing -> {
                SubjectRef target = new SubjectRef("file-store", "all");
                writing.audit(AuditAction.FILES_SWEPT, target, Optional.empty(), List.of());
                return target;
            });
            files.mend(report);
            sweeping.remove(stillUnknown(entry, report.withoutRecord()));
        }
        return report;
    }

    /** Asks once more, since nothing brings a removed file back. */
    private static Set<StoredName> stillUnknown(Gate.Entry entry, List<StoredName> orphans) {
        Set<StoredName> unknown = new LinkedHashSet<>(orphans);
        if (!unknown.isEmpty()) {
            entry.read(reading -> reading.tx().attachments().named(Set.copyOf(orphans)))
                    .forEach(record -> unknown.remove(record.storedName()));
        }
        return unknown;
    }
}
