package io.crmkit.servers;

import io.crmkit.servers.TestDatabase.Address;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A new database on each call. The server of a product starts with the first call for it and stops with this JVM; it
 * listens on a free port of 127.0.0.1, and its files lie in a temporary directory that no other JVM uses.
 */
public final class TestDatabases {
    private TestDatabases() {}

    /**
     * H2 on the heap.
     *
     * @return an empty database
     */
    public static TestDatabase h2() {
        String database = Databases.newName();
        return h2(database, "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1");
    }

    /**
     * H2 in a file, written as safely as H2 can.
     *
     * @param file the file without the ending ".mv.db"; what it holds already is kept
     * @return the database
     */
    public static TestDatabase h2File(Path file) {
        String path = file.toAbsolutePath().toString();
        return h2(path, "jdbc:h2:file:" + path);
    }

    /**
     * A server of PostgreSQL that does not wait for the disk.
     *
     * @return an empty database
     */
    public static TestDatabase postgres() {
        return Postgres.SERVER.newDatabase();
    }

    /**
     * A server of MariaDB that does not wait for the disk.
     *
     * @return an empty database
     */
    public static TestDatabase mariadb() {
        return MariaDb.SERVER.newDatabase();
    }

    private static TestDatabase h2(String database, String jdbcUrl) {
        return new TestDatabase(new Address("H2", database, jdbcUrl, "sa", ""), TestDatabases::dropH2);
    }

    private static void dropH2(Address address) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("drop all objects delete files");
            statement.execute("shutdown");
        }
    }

    private static final class Postgres {
        static final PostgresServer SERVER = PostgresServer.shared();
    }

    private static final class MariaDb {
        static final MariaDbServer SERVER = MariaDbServer.start();
    }
}
