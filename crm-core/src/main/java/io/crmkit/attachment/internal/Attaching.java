package io.crmkit.attachment.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.audit.AuditAction;
import io.crmkit.error.LimitExceededException;
import io.crmkit.error.NotFoundException;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Repeatable;
import io.crmkit.internal.access.Writing;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.UploadStore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Adds the record of a file that was let in, or finds the one that the same command added before. The file counts in the
 * same transaction: what is not committed was never counted.
 */
record Attaching(AttachmentParts parts, AttachFile command, Optional<Verified> file)
        implements Repeatable<AttachmentRecord> {
    /** Looks whether the file may come at all, before it is read. */
    Uploader look(Reading reading) {
        Place place = Place.writable(reading, command.to());
        Uploader uploader = uploader(reading, place.customer());
        LocalDate day = parts.day(reading.now());
        int most = parts.settings().maxPerDay();
        uploader.account()
                .filter(account -> reading.tx().uploads().counted(account, day) >= most)
                .ifPresent(account -> {
                    throw tooMany(reading, day);
                });
        return uploader;
    }

    private Uploader uploader(Reading reading, CustomerId customer) {
        return new Uploader(reading.actor(), customer, command.mailed());
    }

    private LimitExceededException tooMany(Reading reading, LocalDate day) {
        return new LimitExceededException(
                parts.settings().maxPerDay() + " files of one uploader a day",
                1,
                Duration.between(reading.now(), parts.endOf(day)));
    }

    /** The same with the file. */
    Attaching with(Verified verified) {
        return new Attaching(parts, command, Optional.of(verified));
    }

    @Override
    public AttachmentRecord perform(Writing writing) {
        Place place = Place.writable(writing, command.to());
        count(writing, place.customer());
        AttachmentRecord record = record(writing, file.orElseThrow());
        writing.tx().attachments().insert(record);
        Traces.leave(writing, AuditAction.FILE_ATTACHED, record, place);
        return record;
    }

    private void count(Writing writing, CustomerId customer) {
        UploadStore uploads = writing.tx().uploads();
        LocalDate day = parts.day(writing.now());
        int most = parts.settings().maxPerDay();
        uploader(writing, customer)
                .account()
                .filter(account -> !uploads.count(account, day, most, writing.now()))
                .ifPresent(account -> {
                    throw tooMany(writing, day);
                });
    }

    private AttachmentRecord record(Writing writing, Verified verified) {
        Attachment attachment = new Attachment(
                new AttachmentId(writing.newId()),
                1,
                command.to(),
                writing.actor().ref(),
                writing.now(),
                verified.name(),
                verified.finding().type(),
                verified.finding().size(),
                verified.finding().sha256(),
                verified.finding().dimensions(),
                List.copyOf(verified.finding().warnings()),
                AttachmentState.LOCAL,
                Optional.empty(),
                Optional.empty());
        return new AttachmentRecord(
                attachment,
                verified.storedName(),
                verified.finding().receivedSha256(),
                parts.inspector().version(),
                Optional.of(new AttachmentRecord.Waiting(parts.spool().id(), 0, writing.now())));
    }

    @Override
    public AttachmentRecord reload(Writing writing, UUID id) {
        AttachmentRecord record = writing.tx()
                .attachments()
                .find(new AttachmentId(id))
                .filter(found -> found.attachment().deletion().isEmpty())
                .orElseThrow(() -> new NotFoundException("attachment", new AttachmentId(id).toString()));
        Place.readable(writing, record.attachment().to());
        return record;
    }

    @Override
    public UUID idOf(AttachmentRecord record) {
        return record.attachment().id().value();
    }
}
