package io.crmkit.storage.jpa;

import io.crmkit.storage.jpa.internal.schema.Schema;
import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Naming;
import io.crmkit.storage.jpa.internal.sql.Transactions;
import io.crmkit.storage.jpa.internal.store.Mapping;
import io.crmkit.storage.jpa.internal.store.SearchTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link JpaStorage} is made of. Each option is set once. Not thread-safe. */
public final class JpaStorageBuilder {
    private static final String DEFAULT_PREFIX = "crm_";

    private final DataSource dataSource;
    private @Nullable String schema;
    private @Nullable String prefix;
    private @Nullable SchemaMode mode;

    JpaStorageBuilder(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    }

    /**
     * Where the tables are: a schema, in MariaDB a database; where the pool's connections are if nobody says. 1 to 63
     * letters, digits, {@code _} and {@code $} of ASCII, not beginning with a digit; case matters.
     */
    public JpaStorageBuilder schema(String value) {
        schema = once("schema", schema, value);
        return this;
    }

    /**
     * What the names of tables and indexes begin with; {@code crm_} if nobody says. At most 20 letters, digits, {@code _}
     * and {@code $} of ASCII, not beginning with a digit; may be empty; case matters.
     */
    public JpaStorageBuilder tablePrefix(String value) {
        prefix = once("tablePrefix", prefix, value);
        return this;
    }

    /** What to do about the tables; {@link SchemaMode#MIGRATE} if nobody says. */
    public JpaStorageBuilder schemaMode(SchemaMode value) {
        mode = once("schemaMode", mode, value);
        return this;
    }

    /**
     * Looks at the database, deals with the tables as {@link #schemaMode} says, and opens the storage. Takes some seconds
     * where Hibernate is started for the first time.
     *
     * @throws IllegalStateException if something is wrong; the message says what to do
     */
    public JpaStorage build() {
        Naming naming = naming();
        HibernateVersion.check();
        Server server = look();
        Schema tables = new Schema(dataSource, server.database(), naming);
        switch (mode()) {
            case MIGRATE -> {
                tables.migrate();
                tables.validate(Mapping.columns(server.database()));
            }
            case VALIDATE -> tables.validate(Mapping.columns(server.database()));
            case NONE -> {
                // The host answers for the tables.
            }
        }
        SessionFactory factory = Mapping.open(dataSource, server.database(), naming);
        return new JpaStorage(
                factory,
                new Transactions(dataSource, server.database(), server.pool(), factory),
                new SearchTables(server.database(), naming));
    }

    private SchemaMode mode() {
        return mode == null ? SchemaMode.MIGRATE : mode;
    }

    /** What is behind the pool, and what its connections come with. */
    private record Server(Database database, Transactions.Pool pool) {}

    /** Looks, and gives the connection back before others are taken, since a pool may have only one. */
    private Server look() {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            Database database = Database.of(connection)
                    .orElseThrow(() -> new IllegalStateException(
                            "there are no scripts for " + product + ", only for " + Database.names()));
            if (mode() == SchemaMode.MIGRATE) {
                database.prepare(connection);
            }
            return new Server(
                    database,
                    new Transactions.Pool(connection.getTransactionIsolation(), database.limitsWaiting(connection)));
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }

    private Naming naming() {
        List<String> problems = new ArrayList<>();
        if (schema != null && !Naming.isSchema(schema)) {
            problems.add("schema must be 1 to 63 letters, digits, _ and $, not beginning with a digit");
        }
        String begin = prefix == null ? DEFAULT_PREFIX : prefix;
        if (!Naming.isPrefix(begin)) {
            problems.add("tablePrefix must be at most 20 letters, digits, _ and $, not beginning with a digit");
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The storage cannot start:\n - " + String.join("\n - ", problems));
        }
        return new Naming(Optional.ofNullable(schema), begin);
    }

    private static <T> T once(String option, @Nullable T present, T value) {
        if (present != null) {
            throw new IllegalStateException(option + " is set already: set it once");
        }
        return Objects.requireNonNull(value, option);
    }
}
