package io.crmkit.storage.jpa.internal.schema;

import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Naming;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * The CRM's tables in one database. They are made and changed by the scripts alone, statement by statement, each of which
 * is written down when it is done and may be run again: a start that was cut off goes on where it stopped, also where the
 * database commits each change of a table by itself.
 */
public final class Schema {
    private static final int MAX_ATTEMPTS = 10;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final DataSource dataSource;
    private final Database database;
    private final Naming naming;
    private final History history;

    /** The tables of that name in the database behind the pool. */
    public Schema(DataSource dataSource, Database database, Naming naming) {
        this.dataSource = dataSource;
        this.database = database;
        this.naming = naming;
        this.history = new History(database, naming);
    }

    /**
     * Makes what is missing. Sends no statement that would need a right when nothing is.
     *
     * @throws IllegalStateException if the database refuses, or a script that was run is not the one in this jar
     */
    public void migrate() {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try {
                if (!pending(connection).isEmpty()) {
                    migrate(connection);
                }
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the CRM's tables could not be made (SQLSTATE " + e.getSQLState() + ": " + e.getMessage()
                            + "). If the user may not make tables, let somebody who may run what this prints, and start"
                            + " with SchemaMode.VALIDATE: " + command(),
                    e);
        }
    }

    private void migrate(Connection connection) throws SQLException {
        makeRoom(connection);
        SchemaLock lock = new SchemaLock(connection, database, naming);
        lock.take();
        try {
            for (Script script : pending(connection)) {
                run(connection, script, lock);
            }
        } finally {
            lock.release();
        }
    }

    /**
     * Makes what must be there before there can be a lock. Of two that make the same thing at once, engines let one fail,
     * "if not exists" or not; the next time it is there.
     */
    private void makeRoom(Connection connection) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                makeSchema(connection);
                for (String statement : Script.history(database).statements(database, naming)) {
                    execute(connection, statement);
                }
                return;
            } catch (SQLException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void run(Connection connection, Script script, SchemaLock lock) throws SQLException {
        List<String> statements = script.statements(database, naming);
        History.Line line = history.read(connection).get(script.version());
        if (line == null) {
            history.begin(connection, script, statements.size());
        }
        for (int done = line == null ? 0 : line.done(); done < statements.size(); done++) {
            lock.extend();
            execute(connection, statements.get(done));
            history.advance(connection, script, done + 1);
        }
    }

    /** The scripts that were not run to their end. */
    private List<Script> pending(Connection connection) throws SQLException {
        Map<Integer, History.Line> lines =
                tables(connection).containsKey(naming.table("schema_history")) ? history.read(connection) : Map.of();
        List<Script> pending = new ArrayList<>();
        for (Script script : Script.all(database)) {
            History.Line line = lines.get(script.version());
            if (line != null && !line.checksum().equals(script.checksum())) {
                throw new IllegalStateException("the tables were made by another " + script.name()
                        + " than the one in this jar: use the version of the library that made them");
            }
            if (line == null || !line.isComplete()) {
                pending.add(script);
            }
        }
        return pending;
    }

    private void makeSchema(Connection connection) throws SQLException {
        if (naming.schema().isEmpty() || hasSchema(connection, naming.schema().get())) {
            return;
        }
        execute(
                connection,
                "create schema if not exists " + database.quoted(naming.schema().get()));
    }

    private static boolean hasSchema(Connection connection, String schema) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from information_schema.schemata where schema_name = ?")) {
            select.setString(1, schema);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getInt(1) > 0;
            }
        }
    }

    /**
     * Checks that all scripts were run and all columns are there. Changes nothing.
     *
     * @param expected the columns by table, both without prefix and in small letters
     * @throws IllegalStateException if something is missing; the message names it and the command that prints the cure
     */
    public void validate(Map<String, Set<String>> expected) {
        try (Connection connection = dataSource.getConnection()) {
            List<String> problems = new ArrayList<>();
            Map<String, Set<String>> present = tables(connection);
            expected.forEach((table, columns) -> {
                Set<String> missing = new TreeSet<>(columns);
                missing.removeAll(present.getOrDefault(naming.table(table), Set.of()));
                if (!present.containsKey(naming.table(table))) {
                    problems.add("table " + naming.table(table) + " is missing");
                } else if (!missing.isEmpty()) {
                    problems.add("table " + naming.table(table) + " lacks " + String.join(", ", missing));
                }
            });
            if (problems.isEmpty()) {
                pending(connection).forEach(script -> problems.add("script " + script.name() + " was not run"));
            }
            if (!problems.isEmpty()) {
                throw new IllegalStateException("The CRM's tables are not as this version needs them:\n - "
                        + String.join("\n - ", problems) + "\nThis prints what makes them: " + command());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the CRM's tables could not be looked at (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }

    /** The columns that are there, by table; columns in small letters. */
    private Map<String, Set<String>> tables(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        boolean catalogs = database == Database.MARIADB;
        String where = naming.schema().orElse(catalogs ? connection.getCatalog() : connection.getSchema());
        if (where == null) {
            throw new IllegalStateException(
                    "the pool's connections are in no schema that the user may use: name the schema of the tables");
        }
        String pattern = naming.prefix().replace("_", about.getSearchStringEscape() + "_") + "%";
        Map<String, Set<String>> tables = new TreeMap<>();
        try (ResultSet columns = catalogs
                ? about.getColumns(where, null, pattern, null)
                : about.getColumns(null, escaped(where, about), pattern, null)) {
            while (columns.next()) {
                tables.computeIfAbsent(columns.getString("TABLE_NAME"), table -> new TreeSet<>())
                        .add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    private static String escaped(String name, DatabaseMetaData about) throws SQLException {
        return name.replace("_", about.getSearchStringEscape() + "_");
    }

    /** What a person types to see the scripts. */
    private String command() {
        return "java -cp <your class path> io.crmkit.storage.jpa.SchemaTool create --db " + database.word()
                + naming.schema().map(schema -> " --schema '" + schema + "'").orElse("") + " --prefix '"
                + naming.prefix() + "'";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
