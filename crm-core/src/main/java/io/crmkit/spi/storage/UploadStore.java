package io.crmkit.spi.storage;

import java.time.Instant;
import java.time.LocalDate;

/** How many files came from whom on a day. */
public interface UploadStore {
    /** Returns how many files were counted for an uploader on a day. */
    int counted(String uploader, LocalDate day);

    /**
     * Counts one more file of an uploader on a day, unless {@code most} are counted already. Of transactions that do so at
     * the same time each sees the others' count or waits for it, or fails with
     * {@link io.crmkit.error.StorageBusyException}: more than {@code most} are never counted, whatever isolation level the
     * storage has. Many may count for one uploader at the same time, so they should not all want one row.
     *
     * @param at when, for {@link io.crmkit.retention.RecordKind#UPLOAD_COUNTS}
     * @return whether it was counted
     */
    boolean count(String uploader, LocalDate day, int most, Instant at);
}
