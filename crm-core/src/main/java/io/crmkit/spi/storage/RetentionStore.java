package io.crmkit.spi.storage;

import io.crmkit.retention.RecordKind;
import java.time.Instant;

/** Removes what need not be kept any longer. */
public interface RetentionStore {
    /**
     * Removes records of a kind from before {@code limit}, the earliest first, {@code most} at most. Which time counts,
     * and which records are never removed, is said at each {@link RecordKind}. Records that others are changing at the
     * moment may be left for another call.
     *
     * @return how many were removed
     */
    int purge(RecordKind kind, Instant limit, int most);
}
