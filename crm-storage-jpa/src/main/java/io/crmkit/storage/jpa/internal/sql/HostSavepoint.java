package io.crmkit.storage.jpa.internal.sql;

import io.crmkit.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** A mark in the host's transaction, to which a failed call goes back. */
final class HostSavepoint {
    private final Connection connection;
    private final Savepoint savepoint;

    private HostSavepoint(Connection connection, Savepoint savepoint) {
        this.connection = connection;
        this.savepoint = savepoint;
    }

    static HostSavepoint on(Connection connection) {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("there is no transaction to join: begin one first, with"
                        + " setAutoCommit(false) on a connection or as your framework does");
            }
            return new HostSavepoint(connection, connection.setSavepoint());
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** Lets what came after the mark stay. */
    void keep() {
        try {
            connection.releaseSavepoint(savepoint);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /**
     * Undoes what came after the mark.
     *
     * @param why what failed
     * @throws StorageException if the database has ended the whole transaction, as MariaDB does with the loser of a
     *     deadlock: then the host's own rows are gone too, and it must know
     */
    void undo(Throwable why) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            StorageException lost = unusable(e);
            lost.addSuppressed(why);
            throw lost;
        }
    }

    private static StorageException unusable(SQLException cause) {
        return new StorageException(
                "the host's transaction cannot go on: roll it back and begin anew", Discreet.failure(cause));
    }
}
