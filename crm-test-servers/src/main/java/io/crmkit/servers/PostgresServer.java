package io.crmkit.servers;

import io.crmkit.servers.TestDatabase.Address;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** A server of PostgreSQL. Who asked for a durable one owns it; left open, it is stopped with this JVM. */
public final class PostgresServer implements AutoCloseable {
    private static final String USER = "postgres";
    private static final String LITTLE = "32MB";

    private final EmbeddedPostgres server;
    private final Path data;
    private final boolean kept;

    private PostgresServer(EmbeddedPostgres server, Path data, boolean kept) {
        this.server = server;
        this.data = data;
        this.kept = kept;
        PrivateDirectory.beforeDeletion(this::stop);
    }

    /**
     * Starts a server of the caller's own that waits for the disk at each commit. Its data goes when it is closed.
     *
     * @return the running server
     */
    public static PostgresServer durable() {
        return start(PrivateDirectory.resolve(Databases.newName()), true, false, LITTLE);
    }

    /**
     * Starts a server of the caller's own that waits for the disk at each commit and has room for much data.
     *
     * @param sharedBuffers how much, such as "1GB"
     * @return the running server
     */
    public static PostgresServer large(String sharedBuffers) {
        return start(PrivateDirectory.resolve(Databases.newName()), true, false, sharedBuffers);
    }

    /**
     * Starts a server of the caller's own that waits for the disk at each commit.
     *
     * @param data where its data lies already, or a directory that is empty or not there yet; kept when it is closed
     * @return the running server
     */
    public static PostgresServer durable(Path data) {
        return start(data.toAbsolutePath(), true, true, LITTLE);
    }

    static PostgresServer shared() {
        return start(PrivateDirectory.resolve("postgres"), false, false, LITTLE);
    }

    /**
     * Creates a database.
     *
     * @return an empty database of this server
     */
    public TestDatabase newDatabase() {
        String database = Databases.newName();
        try {
            execute("create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create a database", e);
        }
        return open(database);
    }

    /**
     * Opens a database that is there already, for one after the server has come back on its data.
     *
     * @param database what {@link TestDatabase#database()} said
     * @return the database with a new pool
     */
    public TestDatabase open(String database) {
        Address address = new Address("PostgreSQL", database, jdbcUrl(database), USER, "");
        return new TestDatabase(address, dropped -> execute("drop database " + dropped.database() + " with (force)"));
    }

    /** Stops the server, as if by an orderly shutdown of the machine. The second time it does nothing. */
    @Override
    public void close() {
        stop();
        if (!kept) {
            PrivateDirectory.delete(data);
        }
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        Databases.execute(jdbcUrl("postgres"), USER, sql);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private static PostgresServer start(Path data, boolean durable, boolean kept, String sharedBuffers) {
        // The library looks here for remains of other runs; in a place shared by JVMs it would stop their servers.
        Path binaries = PrivateDirectory.resolve("postgres-binaries");
        System.setProperty("ot.epg.working-dir", binaries.toString());
        String disk = durable ? "on" : "off";
        EmbeddedPostgres server = FreePort.start(port -> EmbeddedPostgres.builder()
                .setPort(port)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(3))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", disk)
                .setServerConfig("synchronous_commit", disk)
                .setServerConfig("full_page_writes", disk)
                .setServerConfig("shared_buffers", sharedBuffers)
                .setServerConfig("max_wal_size", sharedBuffers.equals(LITTLE) ? "256MB" : "4GB")
                .setServerConfig("maintenance_work_mem", sharedBuffers.equals(LITTLE) ? "64MB" : "512MB")
                .setServerConfig("max_connections", "200")
                .start());
        return new PostgresServer(server, data, kept);
    }
}
