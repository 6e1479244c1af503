package io.crmkit.attachment.internal;

import io.crmkit.actor.Actor;
import io.crmkit.actor.TeamId;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.FileLostException;
import io.crmkit.attachment.FileUnavailableException;
import io.crmkit.attachment.Inspection;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.GateParts;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.CrmTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Looks again at files that a lower version of the inspection let in, a few at a time. */
final class Reinspection {
    private static final int AT_ONCE = 10;
    private static final Actor INSPECTOR = Actor.system("job:inspection");

    private final AttachmentParts parts;
    private final GateParts gate;
    private final Settling settling;
    private final Shelf shelf;

    Reinspection(AttachmentParts parts, GateParts gate) {
        this.parts = parts;
        this.gate = gate;
        this.settling = new Settling(gate);
        this.shelf = new Shelf(parts);
    }

    /** Looks at some; at none while the file store is away. */
    void run() {
        int version = parts.inspector().version();
        List<AttachmentRecord> old = settling.read(tx -> tx.attachments().inspectedBefore(version, AT_ONCE));
        for (AttachmentRecord record : old) {
            Attachment attachment = record.attachment();
            try (Temporary file = shelf.fetch(record)) {
                settle(
                        record,
                        parts.inspector().inspect(file.path(), attachment.name().value()),
                        version);
            } catch (FileLostException e) {
                settling.change(attachment.id(), Reinspection::isStored, AttachmentRecord::lost);
            } catch (FileUnavailableException e) {
                return;
            }
        }
    }

    private void settle(AttachmentRecord record, Inspection finding, int version) {
        if (finding instanceof Inspection.Refused refused) {
            settling.change(
                    record.attachment().id(),
                    Reinspection::isStored,
                    found -> found.quarantined(refused.code(), version),
                    this::leaveTrace);
        } else {
            settling.change(record.attachment().id(), Reinspection::isStored, found -> found.inspected(version));
        }
    }

    private void leaveTrace(CrmTransaction tx, AttachmentRecord record) {
        Instant now = gate.clock().instant().truncatedTo(ChronoUnit.MICROS);
        SubjectRef target =
                new SubjectRef("attachment", record.attachment().id().toString());
        tx.audit()
                .append(new AuditEntry(
                        gate.ids().next(),
                        now,
                        INSPECTOR.ref(),
                        AuditAction.FILE_QUARANTINED,
                        target,
                        Optional.of(record.storedName().customer()),
                        TeamId.SUPPORT,
                        List.of()));
    }

    private static boolean isStored(AttachmentRecord record) {
        return record.attachment().state() == AttachmentState.STORED;
    }
}
