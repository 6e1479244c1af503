package io.crmkit.attachment;

import io.crmkit.actor.ActorRef;
import io.crmkit.note.Note;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file on a note or ticket, without its bytes. New components may come in minor releases: use the accessors.
 *
 * @param id the id
 * @param version counts the changes, from 1
 * @param to what it hangs on
 * @param uploader who attached it
 * @param at when
 * @param name the name it came with, cleaned once; data for people, never a path
 * @param type what it is by its bytes
 * @param size bytes of what is stored: 1 to 5,242,880
 * @param sha256 the hash of what is stored, 64 hexadecimal digits in lower case
 * @param dimensions of a picture
 * @param warnings what people should know of it, without repetition
 * @param state where the file is
 * @param quarantine why the file is kept from everybody; empty unless {@link AttachmentState#QUARANTINED}
 * @param deletion when, by whom and why deleted; empty for a live attachment
 */
public record Attachment(
        AttachmentId id,
        long version,
        AttachedTo to,
        ActorRef uploader,
        Instant at,
        OriginalName name,
        FileType type,
        long size,
        String sha256,
        Optional<Dimensions> dimensions,
        List<ContentWarning> warnings,
        AttachmentState state,
        Optional<RefusalCode> quarantine,
        Optional<Note.Deletion> deletion) {
    /** Copies the warnings. */
    public Attachment {
        warnings = List.copyOf(warnings);
    }

    /** Id, version and state only: a name may tell of a person. */
    @Override
    public String toString() {
        return "Attachment[" + id + " v" + version + " " + state + "]";
    }
}
