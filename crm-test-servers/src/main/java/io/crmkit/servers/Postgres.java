package io.crmkit.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server; root may start it. Stops when it is closed or the JVM ends. */
public final class Postgres implements AutoCloseable {
    private static final class Shared {
        static final Postgres SERVER = start(false);
    }

    private final AtomicInteger databases = new AtomicInteger();
    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The server of this JVM, started when it is first asked for; it forgets what it was told if the machine crashes. */
    public static Postgres shared() {
        return Shared.SERVER;
    }

    /** A server of its own that writes through to the disk, as real ones do. */
    public static Postgres durable() {
        return start(true);
    }

    private static Postgres start(boolean durable) {
        try {
            return new Postgres(EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", durable ? "on" : "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setServerConfig("shared_buffers", durable ? "2GB" : "64MB")
                    .setServerConfig("max_connections", "200")
                    .setOutputRedirector(Redirect.DISCARD)
                    .setErrorRedirector(Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    /** A new empty database. */
    public TestDatabase newDatabase() {
        String name = "crm" + databases.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no new database", e);
        }
        return TestDatabase.at("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name, "postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
