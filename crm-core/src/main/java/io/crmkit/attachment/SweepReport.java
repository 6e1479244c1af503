package io.crmkit.attachment;

import java.util.List;
import java.util.Optional;

/**
 * What a part of a sweep found. New components may come in minor releases: use the accessors.
 *
 * @param files how many files were looked at
 * @param records how many records were looked at
 * @param withoutRecord files that no record knows
 * @param withoutFile records whose file the store does not have
 * @param foundAgain records marked as lost whose file the store has
 * @param waiting records whose file waits in a spool directory
 * @param foreign files whose name was not made here; they are never touched
 * @param next the name behind which the next part begins; empty at the end
 */
public record SweepReport(
        int files,
        int records,
        List<StoredName> withoutRecord,
        List<AttachmentId> withoutFile,
        List<AttachmentId> foundAgain,
        int waiting,
        int foreign,
        Optional<String> next) {
    /** Copies the lists. */
    public SweepReport {
        withoutRecord = List.copyOf(withoutRecord);
        withoutFile = List.copyOf(withoutFile);
        foundAgain = List.copyOf(foundAgain);
    }
}
