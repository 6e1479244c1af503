package io.crmkit.servers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * One database and a pool of connections to it, which are as the driver makes them: auto-commit on, the server's own
 * isolation.
 */
public final class TestDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 20;

    private final String url;
    private final String user;
    private final HikariDataSource pool;

    private TestDatabase(String url, String user, HikariDataSource pool) {
        this.url = url;
        this.user = user;
        this.pool = pool;
    }

    /** The database behind a URL whose user needs no password. */
    public static TestDatabase at(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        return new TestDatabase(url, user, new HikariDataSource(config));
    }

    /** The pool. */
    public DataSource dataSource() {
        return pool;
    }

    /** The URL, for a pool or process of one's own; there is no password. */
    public String url() {
        return url;
    }

    /** The user. */
    public String user() {
        return user;
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

    /** Closes the pool. */
    @Override
    public void close() {
        pool.close();
    }
}
