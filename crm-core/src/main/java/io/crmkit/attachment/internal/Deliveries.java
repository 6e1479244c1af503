package io.crmkit.attachment.internal;

import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.StoredName;
import io.crmkit.internal.access.GateParts;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.storage.AttachmentRecord;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings files from the spool directory to the file store, outside of any transaction. A process that dies in between
 * delivers again; two threads of one process never deliver the same file together.
 */
final class Deliveries {
    private static final Logger LOG = System.getLogger(Deliveries.class.getName());
    private static final int BATCH = 50;
    private static final int FORGOTTEN = 500;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** How long a file may be without a record: no transaction takes that long. */
    private static final Duration UNCLAIMED = Duration.ofDays(1);

    private final AttachmentParts parts;
    private final GateParts gate;
    private final Settling settling;

    Deliveries(AttachmentParts parts, GateParts gate) {
        this.parts = parts;
        this.gate = gate;
        this.settling = new Settling(gate);
    }

    /** Tries to deliver a new file at once, unless the store was away a moment ago. Never fails: its record is committed, and the file waits then. */
    AttachmentRecord atOnce(AttachmentRecord record) {
        if (now().isBefore(parts.awayUntil().get())) {
            return record;
        }
        try {
            return deliver(record).orElse(record);
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.WARNING,
                    "attachment {0} is delivered later: {1}",
                    record.attachment().id(),
                    e.getClass().getName());
            return record;
        }
    }

    /** Delivers what is due, and clears the spool directory of files that no record wants. Returns how many arrived. */
    int due() {
        forget();
        int delivered = 0;
        List<AttachmentRecord> due = waiting();
        while (!due.isEmpty()) {
            int tried = 0;
            for (AttachmentRecord record : due) {
                Optional<AttachmentRecord> settled = deliver(record);
                tried += settled.isPresent() ? 1 : 0;
                delivered += settled.filter(Deliveries::isStored).isPresent() ? 1 : 0;
                if (now().isBefore(parts.awayUntil().get())) {
                    return delivered;
                }
            }
            due = due.size() < BATCH || tried == 0 ? List.of() : waiting();
        }
        return delivered;
    }

    private List<AttachmentRecord> waiting() {
        Instant now = now();
        return now.isBefore(parts.awayUntil().get())
                ? List.of()
                : settling.read(tx -> tx.attachments().waiting(parts.spool().id(), now, BATCH));
    }

    /** When something is to be delivered next. */
    Optional<Instant> next() {
        Instant away = parts.awayUntil().get();
        return settling.read(tx -> tx.attachments().nextWaiting(parts.spool().id()))
                .map(next -> next.isBefore(away) ? away : next);
    }

    /** Empty if somebody else delivers it at the moment, or has. */
    private Optional<AttachmentRecord> deliver(AttachmentRecord record) {
        if (!parts.underWay().add(record.storedName())) {
            return Optional.empty();
        }
        try {
            return settling.read(tx -> tx.attachments().find(record.attachment().id()))
                    .filter(Deliveries::isLocal)
                    .flatMap(this::store);
        } finally {
            parts.underWay().remove(record.storedName());
        }
    }

    private Optional<AttachmentRecord> store(AttachmentRecord record) {
        Attachment attachment = record.attachment();
        StoredName name = record.storedName();
        try {
            Optional<Path> file = parts.spool().find(name);
            if (file.isEmpty() && !isThere(record)) {
                return notNow(record, "it is not in the spool directory");
            }
            if (file.isPresent()) {
                try (InputStream content = Files.newInputStream(file.get())) {
                    parts.settings().store().put(Shelf.name(name), attachment.size(), content);
                }
            }
        } catch (FileStoreException e) {
            parts.awayUntil().set(now().plus(FIRST_PAUSE));
            return notNow(record, "the file store is " + e.kind());
        } catch (IOException | RuntimeException e) {
            return notNow(record, e.getClass().getName());
        }
        Optional<AttachmentRecord> stored =
                settling.change(attachment.id(), Deliveries::isLocal, AttachmentRecord::stored);
        stored.ifPresent(now -> parts.spool().remove(name));
        return stored;
    }

    /** It may have arrived before the process died. */
    private boolean isThere(AttachmentRecord record) throws FileStoreException {
        return parts.settings()
                .store()
                .size(Shelf.name(record.storedName()))
                .equals(OptionalLong.of(record.attachment().size()));
    }

    private Optional<AttachmentRecord> notNow(AttachmentRecord record, String why) {
        LOG.log(
                Level.WARNING,
                "attachment {0} was not delivered: {1}",
                record.attachment().id(),
                why);
        return settling.change(
                record.attachment().id(),
                Deliveries::isLocal,
                found -> found.waiting(later(found.waiting().orElseThrow())));
    }

    private AttachmentRecord.Waiting later(AttachmentRecord.Waiting waiting) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(waiting.attempts(), 10));
        Duration kept = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        return new AttachmentRecord.Waiting(waiting.spool(), waiting.attempts() + 1, now().plus(kept));
    }

    private void forget() {
        Set<StoredName> old = new HashSet<>(parts.spool().before(now().minus(UNCLAIMED), FORGOTTEN));
        if (old.isEmpty()) {
            return;
        }
        Set<StoredName> wanted = settling.read(tx -> tx.attachments().named(old)).stream()
                .filter(Deliveries::isLocal)
                .map(AttachmentRecord::storedName)
                .collect(Collectors.toSet());
        old.stream().filter(name -> !wanted.contains(name)).forEach(parts.spool()::remove);
    }

    private static boolean isLocal(AttachmentRecord record) {
        return record.attachment().state() == AttachmentState.LOCAL;
    }

    private static boolean isStored(AttachmentRecord record) {
        return record.attachment().state() == AttachmentState.STORED;
    }

    private Instant now() {
        return gate.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
