package io.crmkit.attachment.internal;

import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.FileLostException;
import io.crmkit.attachment.Inspection;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.error.StorageException;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.GateParts;
import io.crmkit.internal.access.Survivors;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.CrmTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Looks again at files that a lower version of the inspection let in, a few at a time. */
final class Reinspection {
    private static final Logger LOG = System.getLogger(Reinspection.class.getName());
    private static final int AT_ONCE = 10;
    private static final int CANDIDATES = 100;
    private static final int MOST_FAILED = 2;
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

    /** Looks at some, any of the oldest, so that one that cannot be had holds up no other; stops when two cannot. */
    void run() {
        int version = parts.inspector().version();
        List<AttachmentRecord> old =
                new ArrayList<>(settling.read(tx -> tx.attachments().inspectedBefore(version, CANDIDATES)));
        Collections.shuffle(old, ThreadLocalRandom.current());
        int failed = 0;
        for (AttachmentRecord record : old.subList(0, Math.min(AT_ONCE, old.size()))) {
            failed += look(record, version) ? 0 : 1;
            if (failed == MOST_FAILED) {
                return;
            }
        }
    }

    private boolean look(AttachmentRecord record, int version) {
        Attachment attachment = record.attachment();
        try (Temporary file = shelf.fetch(record)) {
            settle(
                    record,
                    parts.inspector().inspect(file.path(), attachment.name().value()),
                    version);
            return true;
        } catch (FileLostException e) {
            settling.change(attachment.id(), Reinspection::isStored, AttachmentRecord::lost);
            return true;
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "attachment {0} is looked at later: {1}",
                    attachment.id(),
                    e.getClass().getName());
            return false;
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
        Optional<Place> place = Place.anybodys(tx, record.attachment().to());
        SubjectRef target =
                new SubjectRef("attachment", record.attachment().id().toString());
        tx.audit()
                .append(new AuditEntry(
                        gate.ids().next(),
                        now,
                        INSPECTOR.ref(),
                        AuditAction.FILE_QUARANTINED,
                        target,
                        Optional.of(place.map(Place::customer).orElseGet(() -> named(tx, record))),
                        place.map(Place::team).orElse(TeamId.SUPPORT),
                        List.of()));
    }

    /** Whom the stored name is about, or who goes on for him: names of files stay. */
    private static CustomerId named(CrmTransaction tx, AttachmentRecord record) {
        CustomerId customer = record.storedName().customer();
        return Survivors.of(tx, customer).orElse(customer);
    }

    private static boolean isStored(AttachmentRecord record) {
        return record.attachment().state() == AttachmentState.STORED;
    }
}
