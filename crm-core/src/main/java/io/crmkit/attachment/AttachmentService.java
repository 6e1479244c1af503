package io.crmkit.attachment;

import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.LimitExceededException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.note.NoteId;
import io.crmkit.ticket.TicketId;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Files on notes and tickets, as one actor may see and change them. Thread-safe.
 *
 * <p>Every method throws {@link PermissionDeniedException} before it looks at anything if the actor's roles lack the
 * permission named with it, and {@link IllegalStateException} if the CRM was made without
 * {@link io.crmkit.CrmBuilder#attachments}. Whoever may not read the note or ticket at the moment does not find what hangs
 * on it, nor what hangs on a deleted note.
 */
public interface AttachmentService {
    /** The most notes of one {@link #onNotes} call. */
    int MAX_NOTES = 200;

    /** The most attachments that a list holds: the latest. */
    int MAX_LISTED = 1_000;

    /**
     * Attaches a file. The bytes are copied to the spool directory, inspected and cleaned there, and only then is there an
     * attachment: in state {@code STORED}, or {@code LOCAL} if the file store could not take it; then
     * {@link io.crmkit.Crm#runDue()} delivers it. Inside a transaction of the host's it is always {@code LOCAL}.
     *
     * <p>Only the author attaches to a note. To a ticket attach those who may write to its customer ({@code TICKET_WORK})
     * or for him ({@code TICKET_WRITE}), internally those who may also read comments. An agent may attach so many files a
     * day as {@link io.crmkit.file.AttachmentSettings#maxPerDay()} says, and so many may come from one customer, by himself or by mail;
     * refused files do not count. Automation and the host are not counted. Needs {@code FILE_ATTACH}.
     *
     * @param content read up to its end or one byte behind the limit, and not closed
     * @throws NotFoundException if there is no such note or ticket within reach
     * @throws PermissionDeniedException if the actor is not the note's author, or mailed files come from neither automation nor the
     *     host
     * @throws InvalidRequestException if the ticket is CLOSED
     * @throws FileRefusedException if the file is not let in
     * @throws LimitExceededException if the day's number is used up
     * @throws FileUnavailableException if the spool directory is full or cannot be written
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    Attachment attach(AttachFile command, InputStream content);

    /**
     * Returns a live attachment. Needs {@code FILE_LIST}.
     *
     * @throws NotFoundException if there is none within reach
     */
    Attachment get(AttachmentId id);

    /**
     * Lists what hangs on notes, earliest first; notes outside of reach and without files are left out. Needs
     * {@code FILE_LIST}.
     *
     * @throws LimitExceededException for more than {@value #MAX_NOTES} notes
     */
    Map<NoteId, List<Attachment>> onNotes(Collection<NoteId> notes);

    /**
     * Lists what hangs on a ticket, earliest first: what is internal for those only who may read comments. Needs
     * {@code FILE_LIST}.
     *
     * @throws NotFoundException if there is no such ticket within reach
     */
    List<Attachment> onTicket(TicketId ticket);

    /**
     * Opens a file and leaves a trace in the audit. Needs {@code FILE_OPEN}.
     *
     * @return the whole file; its hash was compared. Close it
     * @throws NotFoundException if there is no such live attachment within reach
     * @throws FileRefusedException if the file is in quarantine
     * @throws FileUnavailableException if the file store is away, or the file is still on the node that took it
     * @throws FileLostException if the file store does not have it as it was stored
     */
    AttachmentDownload open(AttachmentId id);

    /**
     * Hides an attachment; record and file are kept. Needs {@code FILE_DELETE}.
     *
     * @throws NotFoundException if there is none within reach, or it was deleted before
     * @throws PermissionDeniedException if the actor is not the uploader and gives no reason, or lacks the reach
     */
    void delete(DeleteAttachment command);

    /**
     * Lists the deleted attachments of a note or ticket, earliest first. Needs {@code FILE_DELETE}; those that the actor may
     * restore.
     *
     * @throws NotFoundException if there is no such note or ticket within reach
     */
    List<Attachment> deleted(AttachedTo to);

    /**
     * Shows a deleted attachment again: one that the actor deleted, or any within the reach of {@code FILE_DELETE}, which it
     * needs.
     *
     * @throws NotFoundException if there is no such deleted attachment within reach
     */
    Attachment restore(AttachmentId id);

    /**
     * Compares a thousand names of the file store with the records, and the other way round. Needs {@code FILE_SWEEP}. Call
     * it again behind {@link SweepReport#next()} until that is empty. It never touches files whose names were not made here,
     * but takes every other file without a record for an orphan: never repair a store that another CRM uses too.
     *
     * @throws FileUnavailableException if the file store is away; what was mended before stays so
     * @throws IllegalStateException on a CRM that joins a transaction of the host's
     */
    SweepReport sweep(SweepFiles command);
}
