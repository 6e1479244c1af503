package io.crmkit.storage.jpa.internal.schema;

import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Failures;
import io.crmkit.storage.jpa.internal.sql.Naming;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps two starters from changing tables at once, by a row that expires. Locks of the engine would hold on one node of a
 * cluster only. The time is the database's, since clocks of two nodes differ.
 */
final class SchemaLock {
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MAX_ATTEMPTS = 10;

    private final Connection connection;
    private final String table;
    private final String owner = UUID.randomUUID().toString();

    SchemaLock(Connection connection, Database database, Naming naming) {
        this.connection = connection;
        this.table = naming.qualified(database, "schema_lock");
    }

    /** The database's time. */
    static Timestamp now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_timestamp")) {
            row.next();
            return row.getTimestamp(1);
        }
    }

    void take() throws SQLException {
        Timestamp patience = later(PATIENCE);
        while (!tryTake()) {
            if (now(connection).after(patience)) {
                throw new IllegalStateException("another node has been changing the CRM's tables for "
                        + PATIENCE.toMinutes() + " minutes: look at table " + table);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean tryTake() throws SQLException {
        execute("delete from " + table + " where name = 'migration' and locked_until < ?", now(connection));
        try {
            execute(
                    "insert into " + table + " (name, owner, locked_until) values ('migration', '" + owner + "', ?)",
                    later(HELD));
            return true;
        } catch (SQLException e) {
            if (Failures.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Holds it for as long as from the beginning. */
    void extend() throws SQLException {
        int held = execute("update " + table + " set locked_until = ? where owner = '" + owner + "'", later(HELD));
        if (held == 0) {
            throw new IllegalStateException(
                    "the lock on the CRM's tables was lost: start again, it goes on where it stopped");
        }
    }

    void release() throws SQLException {
        execute("delete from " + table + " where owner = '" + owner + "' and locked_until > ?", new Timestamp(0));
    }

    private Timestamp later(Duration time) throws SQLException {
        return Timestamp.from(now(connection).toInstant().plus(time));
    }

    /** Each statement is a transaction of its own, which may be the loser of a deadlock with another starter's. */
    private int execute(String sql, Timestamp value) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setTimestamp(1, value);
                return statement.executeUpdate();
            } catch (SQLException e) {
                if (attempt == MAX_ATTEMPTS || !Failures.isRace(e)) {
                    throw e;
                }
            }
        }
    }
}
