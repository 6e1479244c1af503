package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabase;
import io.crmkit.storage.jpa.internal.schema.Schema;
import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Naming;
import io.crmkit.storage.jpa.internal.store.Mapping;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/** An empty database in which tables are made and looked at. */
record Schemas(TestDatabase database, Database kind) implements AutoCloseable {
    static final String ODD_SCHEMA = "odd$1";
    static final String ODD_PREFIX = "x_";

    static final Naming USUAL = new Naming(Optional.empty(), "crm_");
    static final Naming ODD = new Naming(Optional.of(ODD_SCHEMA), ODD_PREFIX);

    /** In MariaDB a schema is a database of the server, which other tests share. */
    @Override
    public void close() {
        if (kind == Database.MARIADB) {
            database.execute("drop database if exists " + kind.quoted(ODD_SCHEMA));
        }
        database.close();
    }

    JpaStorageBuilder builder(SchemaMode mode) {
        return JpaStorage.builder(database.dataSource()).schemaMode(mode);
    }

    Schema schema(DataSource dataSource, Naming naming) {
        return new Schema(dataSource, kind, naming);
    }

    void migrate(Naming naming) {
        schema(database.dataSource(), naming).migrate();
    }

    void validate(Naming naming) {
        schema(database.dataSource(), naming).validate(Mapping.columns(kind));
    }

    String table(String name) {
        return USUAL.qualified(kind, name);
    }

    /** A column as the database calls it: the scripts do not quote columns, and H2 takes such names in capitals. */
    String column(String name) {
        return kind == Database.H2 ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** Runs a printed script as a person would: as one text. */
    void runAsOneText(String script) throws SQLException {
        String url = database.jdbcUrl() + (kind == Database.MARIADB ? "?allowMultiQueries=true" : "");
        try (Connection connection = DriverManager.getConnection(url, database.user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    int count(String from) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Lets the lock of an owner who died run out. */
    void expireLock(Naming naming) {
        database.execute(
                "update " + naming.qualified(kind, "schema_lock") + " set locked_until = '2020-01-01 00:00:00'");
    }

    Structure structure(Naming naming) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            String here = kind == Database.MARIADB ? connection.getCatalog() : connection.getSchema();
            return new Structure(database.dataSource(), kind, naming.schema().orElse(here));
        }
    }
}
