package io.crmkit.internal.access;

import io.crmkit.error.OutcomeUnknownException;
import io.crmkit.error.StorageBusyException;
import io.crmkit.error.StorageException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Runs a transaction again when it lost a race: nothing of the attempt before is left. */
public final class Races {
    private static final int MAX_ATTEMPTS = 10;
    private static final long FIRST_PAUSE_NANOS = 1_000_000;

    private Races() {}

    /**
     * Runs {@code transaction} until it wins, with pauses between that grow, and vary by chance so that those who met
     * once do not meet again. Also when nobody knows whether it was committed: it must be one that may run twice.
     *
     * @throws StorageBusyException if it loses too often
     */
    public static <T> T repeat(Supplier<T> transaction) {
        return repeat(transaction, true);
    }

    /** The same with a transaction that may run twice or not. */
    static <T> T repeat(Supplier<T> transaction, boolean mayRunTwice) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (StorageException e) {
                boolean again =
                        e instanceof StorageBusyException || (mayRunTwice && e instanceof OutcomeUnknownException);
                if (!again || attempt == MAX_ATTEMPTS) {
                    throw e;
                }
                long longest = FIRST_PAUSE_NANOS << Math.min(attempt, 5);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
            }
        }
    }
}
