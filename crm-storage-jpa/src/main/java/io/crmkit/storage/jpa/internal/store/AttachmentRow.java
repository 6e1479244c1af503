package io.crmkit.storage.jpa.internal.store;

import io.crmkit.attachment.AttachedTo;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.ContentWarning;
import io.crmkit.attachment.Dimensions;
import io.crmkit.attachment.FileType;
import io.crmkit.attachment.OriginalName;
import io.crmkit.attachment.RefusalCode;
import io.crmkit.attachment.StoredName;
import io.crmkit.note.Note;
import io.crmkit.spi.storage.AttachmentRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An attachment; a deleted one has {@code deletedAt}, one that waits has {@code spool}. */
@Entity(name = "CrmAttachment")
@Table(name = "attachment")
class AttachmentRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Version
    @Column(name = "version")
    long version;

    @Column(name = "place_kind", length = 20)
    String placeKind;

    @Column(name = "place_id")
    UUID placeId;

    @Column(name = "uploader_kind", length = 20)
    String uploaderKind;

    @Column(name = "uploader", length = 64)
    String uploader;

    @Column(name = "created_at")
    Instant at;

    @Column(name = "original_name", length = 400)
    String name;

    @Column(name = "stored_name", length = 250)
    String storedName;

    @Column(name = "file_type", length = 20)
    String type;

    @Column(name = "size_bytes")
    long size;

    @Column(name = "sha256", length = 64)
    String sha256;

    @Column(name = "received_sha256", length = 64)
    String receivedSha256;

    @Column(name = "width")
    @Nullable
    Integer width;

    @Column(name = "height")
    @Nullable
    Integer height;

    @Column(name = "warnings", length = 200)
    String warnings;

    @Column(name = "state", length = 20)
    String state;

    @Column(name = "quarantine", length = 40)
    @Nullable
    String quarantine;

    @Column(name = "inspected_by")
    int inspectedBy;

    @Column(name = "spool", length = 40)
    @Nullable
    String spool;

    @Column(name = "attempts")
    @Nullable
    Integer attempts;

    @Column(name = "next_attempt_at")
    @Nullable
    Instant nextAttemptAt;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    @Column(name = "deleted_by_kind", length = 20)
    @Nullable
    String deletedByKind;

    @Column(name = "deleted_by", length = 64)
    @Nullable
    String deletedBy;

    @Column(name = "delete_reason", length = Texts.LONG)
    @Nullable
    String deleteReason;

    static AttachmentRow of(AttachmentRecord record) {
        Attachment attachment = record.attachment();
        AttachmentRow row = new AttachmentRow();
        row.id = attachment.id().value();
        row.version = attachment.version();
        row.placeKind = attachment.to().kind().name();
        row.placeId = attachment.to().id();
        row.uploaderKind = attachment.uploader().kind().name();
        row.uploader = attachment.uploader().id().value();
        row.at = attachment.at();
        row.name = attachment.name().value();
        row.storedName = record.storedName().value();
        row.type = attachment.type().name();
        row.size = attachment.size();
        row.sha256 = attachment.sha256();
        row.receivedSha256 = record.receivedSha256();
        row.width = attachment.dimensions().map(Dimensions::width).orElse(null);
        row.height = attachment.dimensions().map(Dimensions::height).orElse(null);
        row.warnings = attachment.warnings().stream().map(Enum::name).collect(Collectors.joining(" "));
        row.setState(record);
        return row;
    }

    private void setState(AttachmentRecord record) {
        Attachment attachment = record.attachment();
        state = attachment.state().name();
        quarantine = attachment.quarantine().map(Enum::name).orElse(null);
        inspectedBy = record.inspectedBy();
        spool = record.waiting().map(AttachmentRecord.Waiting::spool).orElse(null);
        attempts = record.waiting().map(AttachmentRecord.Waiting::attempts).orElse(null);
        nextAttemptAt = record.waiting().map(AttachmentRecord.Waiting::next).orElse(null);
        attachment.deletion().ifPresent(deletion -> {
            deletedAt = deletion.at();
            deletedByKind = deletion.by().kind().name();
            deletedBy = deletion.by().id().value();
            deleteReason = deletion.reason();
        });
    }

    AttachmentRecord toRecord() {
        Attachment attachment = new Attachment(
                new AttachmentId(id),
                version,
                new AttachedTo(AttachedTo.Kind.valueOf(placeKind), placeId),
                Actors.of(uploaderKind, uploader),
                at,
                new OriginalName(name),
                FileType.valueOf(type),
                size,
                sha256,
                width == null || height == null ? Optional.empty() : Optional.of(new Dimensions(width, height)),
                warnings(),
                AttachmentState.valueOf(state),
                Optional.ofNullable(quarantine).map(RefusalCode::valueOf),
                deletion());
        return new AttachmentRecord(attachment, new StoredName(storedName), receivedSha256, inspectedBy, waiting());
    }

    private List<ContentWarning> warnings() {
        return Arrays.stream(warnings.split(" "))
                .filter(warning -> !warning.isEmpty())
                .map(ContentWarning::valueOf)
                .toList();
    }

    private Optional<AttachmentRecord.Waiting> waiting() {
        return spool == null || attempts == null || nextAttemptAt == null
                ? Optional.empty()
                : Optional.of(new AttachmentRecord.Waiting(spool, attempts, nextAttemptAt));
    }

    private Optional<Note.Deletion> deletion() {
        return deletedAt == null || deletedByKind == null || deletedBy == null || deleteReason == null
                ? Optional.empty()
                : Optional.of(new Note.Deletion(deletedAt, Actors.of(deletedByKind, deletedBy), deleteReason));
    }
}
