package io.crmkit.attachment.internal;

import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.AttachmentService;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.FileInspector;
import io.crmkit.attachment.SweepReport;
import io.crmkit.file.AttachmentSettings;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.GateParts;
import io.crmkit.spi.storage.AttachmentRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The files of one CRM, or none if the host keeps no files. */
public final class Attachments {
    private final Optional<AttachmentParts> parts;
    private final Optional<Intake> intake;

    private Attachments(Optional<AttachmentParts> parts) {
        this.parts = parts;
        this.intake = parts.map(Intake::new);
    }

    /** No files. */
    public static Attachments none() {
        return new Attachments(Optional.empty());
    }

    /**
     * Takes the spool directory.
     *
     * @throws IllegalStateException if it cannot be used
     */
    public static Attachments open(AttachmentSettings settings, FileInspector inspector, ZoneId zone) {
        Spool spool = Spool.open(settings.spool(), settings.maxSpoolBytes());
        return new Attachments(Optional.of(new AttachmentParts(
                settings, inspector, spool, zone, new AtomicReference<>(Instant.MIN), ConcurrentHashMap.newKeySet())));
    }

    /** The files over one way to the records. */
    record Session(AttachmentParts parts, Intake intake, Deliveries deliveries, Shelf shelf, GateParts gate) {
        boolean joined() {
            return gate.joined();
        }

        /** Marks records as the store shows them. */
        void mend(SweepReport report) {
            Settling settling = new Settling(gate);
            for (AttachmentId id : report.withoutFile()) {
                settling.change(
                        id, found -> found.attachment().state() == AttachmentState.STORED, AttachmentRecord::lost);
            }
            for (AttachmentId id : report.foundAgain()) {
                settling.change(
                        id, found -> found.attachment().state() == AttachmentState.LOST, AttachmentRecord::stored);
            }
        }
    }

    /** The attachments behind a gate. */
    public AttachmentService service(Gate gate, GateParts records) {
        return new DefaultAttachmentService(gate, session(records));
    }

    private Optional<Session> session(GateParts records) {
        return parts.map(shared ->
                new Session(shared, intake.orElseThrow(), new Deliveries(shared, records), new Shelf(shared), records));
    }

    /** Delivers what is due, and looks again at what an older inspection let in. Returns how many files were delivered. */
    public int runDue(GateParts records) {
        int delivered =
                session(records).map(session -> session.deliveries().due()).orElse(0);
        parts.ifPresent(shared -> new Reinspection(shared, records).run());
        return delivered;
    }

    /** When a file is to be delivered next. */
    public Optional<Instant> next(GateParts records) {
        return session(records).flatMap(session -> session.deliveries().next());
    }

    /** Gives back the spool directory and closes the file store. */
    public void close() {
        parts.ifPresent(shared -> {
            shared.spool().close();
            shared.settings().store().close();
        });
    }
}
