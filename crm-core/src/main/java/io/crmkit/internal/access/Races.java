package io.crmkit.internal.access;

import io.crmkit.error.CrmException;
import io.crmkit.error.OutcomeUnknownException;
import io.crmkit.error.StorageBusyException;
import io.crmkit.error.StorageException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        @Nullable OutcomeUnknownException unknown = null;
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (StorageException e) {
                unknown = e instanceof OutcomeUnknownException now ? now : unknown;
                boolean again =
                        e instanceof StorageBusyException || (mayRunTwice && e instanceof OutcomeUnknownException);
                if (!again || attempt == MAX_ATTEMPTS) {
                    throw unknown == null ? e : with(unknown, e);
                }
                long longest = FIRST_PAUSE_NANOS << Math.min(attempt, 5);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
            } catch (CrmException e) {
                if (unknown != null) {
                    e.addSuppressed(unknown);
                }
                throw e;
            }
        }
    }

    /** An attempt of which nobody knows outweighs a later one that changed nothing. */
    private static OutcomeUnknownException with(OutcomeUnknownException unknown, StorageException later) {
        if (later != unknown) {
            unknown.addSuppressed(later);
        }
        return unknown;
    }

    /** Says whether something may have been written although this was thrown. */
    public static boolean mayHaveWritten(CrmException thrown) {
        return thrown instanceof OutcomeUnknownException
                || Stream.of(thrown.getSuppressed()).anyMatch(OutcomeUnknownException.class::isInstance);
    }
}
