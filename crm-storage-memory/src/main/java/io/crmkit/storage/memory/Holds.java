package io.crmkit.storage.memory;

import io.crmkit.error.StorageBusyException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which rows one transaction holds, so that nobody removes them, and which it took to remove them. How often a row was
 * held by transactions that wrote something is counted in the snapshot, so that who took it sees at the commit whether
 * there is something of which its own snapshot does not know.
 */
final class Holds {
    private record Count(String key, long times) {}

    private static final Layout<Count> COUNTS =
            new Layout<>("hold", row -> Listings.at(Instant.EPOCH, new UUID(0, 0), row.key()));

    private final Set<RowName> held = new HashSet<>();
    private final Map<RowName, Long> taken = new HashMap<>();

    void hold(RowName row) {
        held.add(row);
    }

    void take(RowName row, Snapshot beginning) {
        taken.put(row, times(row, beginning));
    }

    /** Refuses what others made impossible since. */
    void check(Snapshot committed) {
        for (RowName row : held) {
            if (committed.table(row.layout()).get(row.key()).isEmpty()) {
                throw busy(row, "was taken by others");
            }
        }
        taken.forEach((row, times) -> {
            if (times(row, committed) != times) {
                throw busy(row, "was held by others");
            }
        });
    }

    /** The snapshot in which these rows were held once more. */
    Snapshot onto(Snapshot snapshot) {
        Snapshot result = snapshot;
        for (RowName row : held) {
            String key = key(row);
            result = result.with(COUNTS, key, new Count(key, times(row, result) + 1));
        }
        return result;
    }

    private static long times(RowName row, Snapshot snapshot) {
        return snapshot.table(COUNTS).get(key(row)).map(Count::times).orElse(0L);
    }

    private static String key(RowName row) {
        return row.layout().name() + " " + row.key();
    }

    private static StorageBusyException busy(RowName row, String why) {
        return new StorageBusyException("a " + row.layout().name() + " " + why);
    }
}
