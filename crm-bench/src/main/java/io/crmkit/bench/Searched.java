package io.crmkit.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.servers.PostgresServer;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.storage.memory.MemoryStorage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A storage to search in, and what else its database can do without the library. */
final class Searched implements AutoCloseable {
    private static final String TEXT = "(open_text || contact_text)";

    private final String name;
    private final CrmStorage storage;
    private final Optional<HikariDataSource> pool;
    private final Optional<PostgresServer> server;

    private Searched(
            String name, CrmStorage storage, @Nullable HikariDataSource pool, @Nullable PostgresServer server) {
        this.name = name;
        this.storage = storage;
        this.pool = Optional.ofNullable(pool);
        this.server = Optional.ofNullable(server);
    }

    /** An empty one: memory, postgresql, mariadb or h2. */
    static Searched open(String name) {
        switch (name) {
            case "memory" -> {
                return new Searched(name, MemoryStorage.create(), null, null);
            }
            case "postgresql" -> {
                PostgresServer server = PostgresServer.large("1GB");
                HikariDataSource pool = pool(server.newDatabase());
                return new Searched(name, JpaStorage.builder(pool).build(), pool, server);
            }
            case "mariadb" -> {
                HikariDataSource pool = pool(TestDatabases.mariadb());
                return new Searched(name, JpaStorage.builder(pool).build(), pool, null);
            }
            case "h2" -> {
                HikariDataSource pool = pool(TestDatabases.h2());
                return new Searched(name, JpaStorage.builder(pool).build(), pool, null);
            }
            default -> throw new Bench.WrongOption("--storage is memory, postgresql, mariadb or h2");
        }
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl()
                + switch (database.name()) {
                    case "PostgreSQL" -> "?reWriteBatchedInserts=true";
                    case "MariaDB" -> "?useBulkStmts=true";
                    default -> "";
                });
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(2);
        if (database.name().equals("PostgreSQL")) {
            config.setConnectionInitSql("set lock_timeout = '3s'");
        }
        if (!database.name().equals("H2")) {
            config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        }
        return new HikariDataSource(config);
    }

    CrmStorage storage() {
        return storage;
    }

    /** The same for many rows at once. */
    CrmStorage loading() {
        return pool.<CrmStorage>map(
                        some -> JpaStorage.builder(BatchedInserts.over(some)).build())
                .orElse(storage);
    }

    /** Whether answers come from another process, whose time counts too. */
    boolean isRemote() {
        return name.equals("postgresql") || name.equals("mariadb");
    }

    /** Before many rows are written. */
    void beforeLoading() {
        if (name.equals("postgresql")) {
            execute("drop index crm_customer_search_ix");
        } else if (name.equals("mariadb")) {
            execute("set global innodb_buffer_pool_size = 2147483648");
            execute("set global innodb_log_file_size = 1073741824");
        }
    }

    /** After that, as a server that has run for a while would be. */
    void afterLoading() {
        if (name.equals("postgresql")) {
            execute("alter system set maintenance_work_mem = '1GB'");
            execute("select pg_reload_conf()");
            execute("create index crm_customer_search_ix on crm_customer_search using gin (features)"
                    + " with (fastupdate = off)");
            execute("vacuum analyze");
        } else if (name.equals("mariadb")) {
            execute("analyze table crm_customer, crm_customer_search, crm_customer_feature");
        }
    }

    /** Makes an index of the database's own over the same texts; false if it has none. */
    boolean indexOtherwise() {
        if (!name.equals("postgresql")) {
            return false;
        }
        execute("create extension if not exists pg_trgm");
        execute("create index other_ix on crm_customer_search using gin (" + TEXT + " gin_trgm_ops)");
        execute("analyze crm_customer_search");
        return true;
    }

    /** The bytes of the tables and indexes that a search needs; 0 if the database does not tell. */
    long size() {
        return switch (name) {
            case "postgresql" -> number("select pg_total_relation_size('crm_customer_search')");
            case "mariadb" ->
                number("select sum(data_length + index_length) from information_schema.tables where"
                        + " table_schema = database() and table_name in ('crm_customer_search',"
                        + " 'crm_customer_feature')");
            default -> 0;
        };
    }

    /** The latest customers whose texts have this part, by a look at all texts or by the other index; empty on the heap. */
    void part(String folded, boolean index) {
        String place = name.equals("postgresql") ? TEXT : "concat(open_text, contact_text)";
        String table = name.equals("h2") ? "\"crm_customer_search\"" : "crm_customer_search";
        String sql = (index ? "" : "/* all of them */ ") + "select customer_id from " + table + " where " + place
                + " like ? escape '!' order by customer_id desc limit 20";
        try (Connection connection = pool.orElseThrow().getConnection();
                Statement setting = connection.createStatement();
                PreparedStatement select = connection.prepareStatement(sql)) {
            if (name.equals("postgresql")) {
                setting.execute("set enable_bitmapscan = " + (index ? "on" : "off"));
                setting.execute("set enable_indexscan = " + (index ? "on" : "off"));
            }
            select.setString(1, "%" + folded.replaceAll("[!%_]", "!$0") + "%");
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
            if (name.equals("postgresql")) {
                setting.execute("reset enable_bitmapscan");
                setting.execute("reset enable_indexscan");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean hasDatabase() {
        return pool.isPresent();
    }

    private long number(String sql) {
        try (Connection connection = pool.orElseThrow().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = pool.orElseThrow().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        storage.close();
        pool.ifPresent(HikariDataSource::close);
        server.ifPresent(PostgresServer::close);
    }
}
