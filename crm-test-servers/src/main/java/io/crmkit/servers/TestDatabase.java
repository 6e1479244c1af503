package io.crmkit.servers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * One database of its own, empty when new, with a pool of connections to it. What is not dropped goes away with its
 * server.
 */
public final class TestDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 20;

    private final Address address;
    private final HikariDataSource pool;
    private final Dropping dropping;

    TestDatabase(Address address, Dropping dropping) {
        this.address = address;
        this.pool = pool(address);
        this.dropping = dropping;
    }

    /**
     * A database that somebody else made and will remove.
     *
     * @param user a user without a password
     */
    public static TestDatabase at(String jdbcUrl, String user) {
        String product = jdbcUrl.split(":", -1)[1];
        return new TestDatabase(new Address(product, product, jdbcUrl, user, ""), address -> {});
    }

    /**
     * The product.
     *
     * @return "H2", "PostgreSQL" or "MariaDB"
     */
    public String name() {
        return address.product();
    }

    /**
     * The name that its server knows it by.
     *
     * @return unique among the databases of this JVM, in lower case; for a file of H2 the path
     */
    public String database() {
        return address.database();
    }

    /**
     * The pool: up to 20 connections, which commit by themselves and have the isolation that is the server's default.
     *
     * @return the same pool each time
     */
    public DataSource dataSource() {
        return pool;
    }

    /**
     * Asks for one column.
     *
     * @param query a query without parameters
     * @return its first column, as text
     * @throws SQLException if the database refuses it
     */
    public List<String> column(String query) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return column(connection, query);
        }
    }

    /**
     * Says how PostgreSQL would carry out a query whatever its parameters are.
     *
     * @param statement with a question mark for each parameter, and none in texts; perhaps several, of which all but
     *     queries are carried out, with a semicolon and a blank between
     * @return the plan, a step a line
     * @throws SQLException if the database refuses it
     */
    public String plan(String statement) throws SQLException {
        // Else the driver would want values for the parameters.
        String url = jdbcUrl() + "?preferQueryMode=simple";
        try (Connection connection = DriverManager.getConnection(url, user(), password())) {
            connection.setAutoCommit(false);
            List<String> steps = new ArrayList<>();
            for (String part : statement.split("; ", -1)) {
                if (part.startsWith("select")) {
                    steps.addAll(column(connection, "explain (generic_plan) " + numbered(part)));
                } else {
                    execute(connection, part);
                }
            }
            return String.join("\n", steps);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement setting = connection.createStatement()) {
            setting.execute(sql);
        }
    }

    private static String numbered(String sql) {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (int i = 0; i < sql.length(); i++) {
            out.append(sql.charAt(i) == '?' ? "$" + ++number : String.valueOf(sql.charAt(i)));
        }
        return out.toString();
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /**
     * For whoever connects without the pool.
     *
     * @return the URL, without user and password
     */
    public String jdbcUrl() {
        return address.jdbcUrl();
    }

    /**
     * Who to connect as.
     *
     * @return a user who may do everything
     */
    public String user() {
        return address.user();
    }

    /**
     * The user's password.
     *
     * @return empty if there is none
     */
    public String password() {
        return address.password();
    }

    /** Runs one statement. */
    public void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Closes the pool and keeps the database. */
    @Override
    public void close() {
        pool.close();
    }

    /** Closes the pool and drops the database, also under those who are still connected to it. */
    public void drop() {
        pool.close();
        try {
            dropping.drop(address);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot drop " + address.jdbcUrl(), e);
        }
    }

    @Override
    public String toString() {
        return address.jdbcUrl();
    }

    private static HikariDataSource pool(Address address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(address.database());
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** How a database is dropped whose pool is closed. */
    interface Dropping {
        void drop(Address address) throws SQLException;
    }

    /** Where a database is found. */
    record Address(String product, String database, String jdbcUrl, String user, String password) {
        @Override
        public String toString() {
            return jdbcUrl;
        }
    }
}
