package io.crmkit.storage.jpa.internal.sql;

import io.crmkit.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection of the pool while one transaction uses it: closing rolls back what was not committed. */
final class OwnConnection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OwnConnection.class.getName());

    /** The level when it need not be taken back. */
    private static final int AS_IT_IS = -1;

    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;
    private boolean open = true;
    private boolean spoilt;

    private OwnConnection(Connection connection, boolean autoCommit, int isolation) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.isolation = isolation;
    }

    static OwnConnection open(DataSource dataSource, Database database, boolean isolated) {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException e) {
            throw new StorageException("the pool gave no connection; nothing was changed", Discreet.failure(e));
        }
        try {
            boolean autoCommit = connection.getAutoCommit();
            int isolation = AS_IT_IS;
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            if (!isolated) {
                isolation = database.isolatesWholeSessions() ? connection.getTransactionIsolation() : AS_IT_IS;
                database.isolate(connection);
            }
            return new OwnConnection(connection, autoCommit, isolation);
        } catch (SQLException e) {
            drop(connection);
            throw Failures.translate(Discreet.failure(e));
        }
    }

    Connection jdbc() {
        return connection;
    }

    /** Keeps the pool from lending the connection again. */
    void spoil() {
        spoilt = true;
    }

    void commit() {
        try {
            connection.commit();
            open = false;
        } catch (SQLException e) {
            throw Failures.atCommit(e);
        }
    }

    @Override
    public void close() {
        if (spoilt) {
            drop(connection);
            return;
        }
        try {
            if (open) {
                connection.rollback();
            }
            if (isolation != AS_IT_IS) {
                connection.setTransactionIsolation(isolation);
            }
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
            connection.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection is dropped", Discreet.failure(e));
            drop(connection);
        }
    }

    /**
     * Ends the connection itself, so that no pool lends it again, and gives it back: without work that somebody else would
     * commit, for H2's driver does not know how to abort.
     */
    private static void drop(Connection connection) {
        try (connection) {
            connection.abort(Runnable::run);
            if (!connection.isClosed()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "a dropped connection would not close", Discreet.failure(e));
        }
    }
}
