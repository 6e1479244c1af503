package io.crmkit.attachment.internal;

import io.crmkit.attachment.AttachmentId;
import io.crmkit.error.StorageBusyException;
import io.crmkit.internal.access.GateParts;
import io.crmkit.internal.access.Races;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StaleVersionException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The CRM's own changes to records, each in a short transaction that is repeated when it loses a race. */
record Settling(GateParts parts) {
    <T> T read(Function<CrmTransaction, T> work) {
        return Races.repeat(() -> parts.storage().inTransaction(work));
    }

    /** Changes the record as it is now, if it is still as wanted. Returns the new one. */
    Optional<AttachmentRecord> change(
            AttachmentId id, Predicate<AttachmentRecord> wanted, UnaryOperator<AttachmentRecord> next) {
        return change(id, wanted, next, (tx, record) -> {});
    }

    /** The same with something beside it. */
    Optional<AttachmentRecord> change(
            AttachmentId id,
            Predicate<AttachmentRecord> wanted,
            UnaryOperator<AttachmentRecord> next,
            BiConsumer<CrmTransaction, AttachmentRecord> beside) {
        return read(tx -> {
            Optional<AttachmentRecord> changed =
                    tx.attachments().find(id).filter(wanted).map(next);
            changed.ifPresent(record -> {
                update(tx, record);
                beside.accept(tx, record);
            });
            return changed;
        });
    }

    private static void update(CrmTransaction tx, AttachmentRecord record) {
        try {
            tx.attachments().update(record);
        } catch (StaleVersionException e) {
            throw new StorageBusyException(e.record() + " was changed by others meanwhile");
        }
    }
}
