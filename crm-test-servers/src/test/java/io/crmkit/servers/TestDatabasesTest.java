package io.crmkit.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabasesTest {
    private static final String TEXT = "سلام، مشتری گرامی · வணக்கம் · 🙂👩‍💻";
    private static final LocalDateTime TIME = LocalDateTime.parse("2026-03-21T00:00:00.123456");

    enum Product {
        H2("H2", "2.4.240", TestDatabases::h2),
        POSTGRES("PostgreSQL", "18", TestDatabases::postgres),
        MARIADB("MariaDB", "11.4", TestDatabases::mariadb);

        private final String title;
        private final String version;
        private final Supplier<TestDatabase> factory;

        Product(String title, String version, Supplier<TestDatabase> factory) {
            this.title = title;
            this.version = version;
            this.factory = factory;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTheProductAndVersionThatWeSupport(Product product) throws SQLException {
        TestDatabase database = product.factory.get();
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(database.name()).isEqualTo(product.title);
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(product.title);
            assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith(product.version);
            assertThat(connection.getAutoCommit()).isTrue();
        }
        database.drop();
    }

    @ParameterizedTest
    @EnumSource
    void keepsAllLettersAndMicroseconds(Product product) throws SQLException {
        TestDatabase database = product.factory.get();
        write(database, TEXT, TIME);
        assertThat(read(database)).containsExactly(TEXT + " " + TIME);
        database.drop();
    }

    @ParameterizedTest
    @EnumSource
    void twoDatabasesDoNotSeeEachOther(Product product) throws SQLException {
        TestDatabase one = product.factory.get();
        TestDatabase other = product.factory.get();
        write(one, "one", TIME);
        write(other, "other", TIME);
        assertThat(read(one)).containsExactly("one " + TIME);
        assertThat(read(other)).containsExactly("other " + TIME);
        one.drop();
        assertThat(read(other)).containsExactly("other " + TIME);
        other.drop();
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void aDroppedDatabaseIsGone(Product product) {
        TestDatabase database = product.factory.get();
        database.drop();
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password()))
                .isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void listensToThisMachineOnly(Product product) throws IOException {
        TestDatabase database = product.factory.get();
        assertThat(listening(port(database))).containsExactly("0100007F");
        database.drop();
    }

    @Test
    void aFileOfH2KeepsItsContentUntilItIsDropped(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("crm");
        TestDatabase before = TestDatabases.h2File(file);
        write(before, TEXT, TIME);
        before.close();
        TestDatabase after = TestDatabases.h2File(file);
        assertThat(read(after)).containsExactly(TEXT + " " + TIME);
        after.drop();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDurablePostgresComesBackWithItsData(@TempDir Path directory) throws SQLException {
        Path data = directory.resolve("data");
        String name;
        try (PostgresServer server = PostgresServer.durable(data)) {
            TestDatabase database = server.newDatabase();
            name = database.database();
            assertThat(List.of(setting(database, "fsync"), setting(database, "synchronous_commit")))
                    .containsOnly("on");
            write(database, TEXT, TIME);
            database.close();
        }
        try (PostgresServer server = PostgresServer.durable(data)) {
            TestDatabase database = server.open(name);
            assertThat(read(database)).containsExactly(TEXT + " " + TIME);
            database.close();
        }
        TestDatabase shared = TestDatabases.postgres();
        assertThat(setting(shared, "fsync")).isEqualTo("off");
        shared.drop();
    }

    private static void write(TestDatabase database, String text, LocalDateTime time) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (body varchar(200) not null, at timestamp(6) not null)");
            try (PreparedStatement insert = connection.prepareStatement("insert into note (body, at) values (?, ?)")) {
                insert.setString(1, text);
                insert.setObject(2, time);
                assertThat(insert.executeUpdate()).isEqualTo(1);
            }
        }
    }

    private static List<String> read(TestDatabase database) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select body, at from note")) {
            while (found.next()) {
                rows.add(found.getString(1) + " " + found.getObject(2, LocalDateTime.class));
            }
        }
        return rows;
    }

    private static String setting(TestDatabase database, String name) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("show " + name)) {
            found.next();
            return found.getString(1);
        }
    }

    private static int port(TestDatabase database) {
        Matcher port = Pattern.compile("127\\.0\\.0\\.1:(\\d+)/").matcher(database.jdbcUrl());
        assertThat(port.find()).isTrue();
        return Integer.parseInt(port.group(1));
    }

    /** The addresses that the kernel accepts connections on, in hexadecimal and in its byte order. */
    private static List<String> listening(int port) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns[1].endsWith(":%04X".formatted(port)) && columns[3].equals("0A")) {
                    addresses.add(columns[1].substring(0, columns[1].indexOf(':')));
                }
            }
        }
        return addresses;
    }
}
