package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabase;
import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Naming;
import io.crmkit.storage.jpa.internal.store.Mapping;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The CRM's tables in a database, to be emptied and counted. */
final class Tables {
    private final TestDatabase database;
    private final Naming naming;
    private final Database kind;
    private final List<String> names;

    Tables(TestDatabase database, String schema, String prefix) {
        this.database = database;
        this.naming = new Naming(Optional.of(schema).filter(text -> !text.isEmpty()), prefix);
        this.kind = kind();
        this.names = Mapping.columns(kind).keySet().stream()
                .filter(name -> !name.equals("ticket_number"))
                .map(name -> naming.qualified(kind, name))
                .toList();
    }

    private Database kind() {
        try (Connection connection = database.dataSource().getConnection()) {
            return Database.of(connection).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A table as it stands in SQL. */
    String named(String name) {
        return naming.qualified(kind, name);
    }

    void empty() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String name : names) {
                statement.execute("delete from " + name);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows each has, as that connection sees them. */
    Map<String, Integer> counts(Connection connection) throws SQLException {
        Map<String, Integer> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : names) {
                try (ResultSet row = statement.executeQuery("select count(*) from " + name)) {
                    row.next();
                    counts.put(name, row.getInt(1));
                }
            }
        }
        return counts;
    }

    /** How many rows each has, as everybody sees them. */
    Map<String, Integer> counts() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return counts(connection);
        }
    }
}
