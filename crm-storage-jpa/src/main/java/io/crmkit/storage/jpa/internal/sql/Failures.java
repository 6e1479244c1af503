package io.crmkit.storage.jpa.internal.sql;

import io.crmkit.error.OutcomeUnknownException;
import io.crmkit.error.StorageBusyException;
import io.crmkit.error.StorageException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StaleStateException;

/**
 * What failures of a database mean. Hibernate translates some and leaves others as they are, differently from version to
 * version; what does not differ is the SQLSTATE and the vendor's code at the bottom.
 */
public final class Failures {
    /** Waited too long for a lock: PostgreSQL, H2. */
    private static final Set<String> RACES = Set.of("55P03", "HYT00");

    /** MariaDB: lock wait timeout, deadlock, record changed since the snapshot. */
    private static final Set<Integer> MARIADB_RACES = Set.of(1205, 1213, 1020);

    /** H2: the row was changed by somebody else, or could not be locked. */
    private static final Set<Integer> H2_RACES = Set.of(90131, 90112, 50200);

    /**
     * The server goes down or has become a read-only copy: another connection may lead to the one that goes on. Or MariaDB's
     * driver went over to another server by itself and lost the transaction (25S03).
     */
    private static final Set<String> LEAVING = Set.of("57P01", "57P02", "57P03", "25006", "25S03");

    /** MariaDB: the server is read-only. */
    private static final Set<Integer> MARIADB_LEAVING = Set.of(1290, 1792, 1836);

    private Failures() {}

    /** The database's own failure below; the deepest one that says a state. */
    public static Optional<SQLException> cause(Throwable failure) {
        SQLException found = null;
        int depth = 0;
        for (Throwable next = failure; next != null && depth < 50; next = next.getCause()) {
            if (next instanceof SQLException sql && (found == null || sql.getSQLState() != null)) {
                found = sql;
            }
            depth++;
        }
        return Optional.ofNullable(found);
    }

    /** Says whether the row was not there in the version that was to be replaced. */
    public static boolean isStale(Throwable failure) {
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (next instanceof StaleStateException || next instanceof OptimisticLockException) {
                return true;
            }
        }
        return false;
    }

    /** Says whether a unique key was taken. */
    public static boolean isDuplicate(SQLException failure) {
        return state(failure).equals("23505") || failure.getErrorCode() == 1062;
    }

    /** Says whether a unique key of that name was taken. */
    public static boolean isAbout(SQLException failure, String constraint) {
        return String.valueOf(failure.getMessage())
                .toLowerCase(Locale.ROOT)
                .contains(constraint.toLowerCase(Locale.ROOT));
    }

    /** Says whether the connection is of no use any more. */
    public static boolean isLost(SQLException failure) {
        return state(failure).startsWith("08")
                || LEAVING.contains(state(failure))
                || MARIADB_LEAVING.contains(failure.getErrorCode());
    }

    /** Says whether another transaction was faster, so that the same may work the next time. */
    public static boolean isRace(SQLException failure) {
        String state = state(failure);
        return state.startsWith("40")
                || RACES.contains(state)
                || MARIADB_RACES.contains(failure.getErrorCode())
                || H2_RACES.contains(failure.getErrorCode());
    }

    /** What the core is told when a statement failed before the commit. */
    public static RuntimeException translate(Throwable failure) {
        Optional<SQLException> cause = cause(failure);
        if (cause.isEmpty()) {
            return new StorageException("the storage failed before the commit; nothing was changed", failure);
        }
        String code = "SQLSTATE " + state(cause.get()) + ", code " + cause.get().getErrorCode();
        if (isRace(cause.get())) {
            return busy("the database was busy with others (" + code + ")", failure);
        }
        if (isLost(cause.get())) {
            return busy("the connection was lost before the commit (" + code + ")", failure);
        }
        return new StorageException("the database refused a statement (" + code + "); nothing was changed", failure);
    }

    /**
     * What the core is told when the commit failed. A lost race and a violated constraint say that nothing was kept;
     * whatever else happens may have happened to the answer alone.
     */
    public static RuntimeException atCommit(SQLException failure) {
        SQLException discreet = Discreet.failure(failure);
        if (isRace(failure) || state(failure).startsWith("23")) {
            return translate(discreet);
        }
        return new OutcomeUnknownException(
                "the commit failed (SQLSTATE " + state(failure)
                        + "): the command may have been carried out or not; look before repeating it",
                discreet);
    }

    private static StorageBusyException busy(String message, Throwable cause) {
        StorageBusyException busy = new StorageBusyException(message);
        busy.initCause(cause);
        return busy;
    }

    private static String state(SQLException failure) {
        return String.valueOf(failure.getSQLState());
    }
}
