package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabase;
import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Naming;
import io.crmkit.storage.jpa.internal.store.Mapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The CRM's tables in a database, to be emptied and counted. */
final class Tables {
    private final TestDatabase database;
    private final List<String> names;

    Tables(TestDatabase database, String schema, String prefix) {
        this.database = database;
        Naming naming = new Naming(Optional.of(schema).filter(text -> !text.isEmpty()), prefix);
        Database kind = kind();
        this.names = Mapping.columns().keySet().stream()
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
}
