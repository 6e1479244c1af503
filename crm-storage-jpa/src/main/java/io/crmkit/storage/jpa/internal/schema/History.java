package io.crmkit.storage.jpa.internal.schema;

import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Naming;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.TreeMap;

/** Which scripts were run on a database, and how far. */
final class History {
    private final Database database;
    private final Naming naming;

    History(Database database, Naming naming) {
        this.database = database;
        this.naming = naming;
    }

    /** One script's line. */
    record Line(String checksum, int done, int statements) {
        boolean isComplete() {
            return done == statements;
        }
    }

    /** All lines by version. */
    Map<Integer, Line> read(Connection connection) throws SQLException {
        Map<Integer, Line> lines = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select version, checksum, statements_done, statements from " + table());
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                lines.put(rows.getInt(1), new Line(rows.getString(2), rows.getInt(3), rows.getInt(4)));
            }
        }
        return lines;
    }

    void begin(Connection connection, Script script, int statements) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(insertion("?", "?", "?", "0", "?", "?"))) {
            insert.setInt(1, script.version());
            insert.setString(2, script.name());
            insert.setString(3, script.checksum());
            insert.setInt(4, statements);
            insert.setTimestamp(5, SchemaLock.now(connection));
            insert.executeUpdate();
        }
    }

    void advance(Connection connection, Script script, int done) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + table() + " set statements_done = ?, changed_at = ? where version = ?")) {
            Timestamp now = SchemaLock.now(connection);
            update.setInt(1, done);
            update.setTimestamp(2, now);
            update.setInt(3, script.version());
            update.executeUpdate();
        }
    }

    /** The statement that says of a printed script that it was run. */
    String asSql(Script script, int statements) {
        return insertion(
                String.valueOf(script.version()),
                "'" + script.name() + "'",
                "'" + script.checksum() + "'",
                String.valueOf(statements),
                String.valueOf(statements),
                "current_timestamp");
    }

    private String insertion(String... values) {
        return "insert into " + table()
                + " (version, script, checksum, statements_done, statements, changed_at) values ("
                + String.join(", ", values) + ")";
    }

    private String table() {
        return naming.qualified(database, "schema_history");
    }
}
