package io.crmkit.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.WatchedPool;
import javax.sql.DataSource;

/** One loaded database, and both sides on one pool such as the storage recommends. */
final class Bed implements AutoCloseable {
    /** The table, whose name is quoted, and not the column: its statements come once for many tickets. */
    private static final String NUMBERS = "ticket_number\"";

    private final TestDatabase database;
    private final HikariDataSource pool;
    private final Data data;
    private final Library library;
    private final ByHand byHand;
    private final WatchedPool counted;
    private final Library countedLibrary;
    private final ByHand countedByHand;

    Bed(TestDatabase database, int customers, boolean recommended) {
        this.database = database;
        pool = pool(database, recommended);
        data = new Data(customers);
        library = new Library(pool, data);
        counted = new WatchedPool(pool);
        data.load(pool, library::index);
        byHand = new ByHand(pool, data, 1_000_000_000L);
        countedLibrary = new Library(counted.dataSource(), data);
        countedByHand = new ByHand(counted.dataSource(), data, 2_000_000_000L);
    }

    private static HikariDataSource pool(TestDatabase database, boolean recommended) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(4);
        if (recommended) {
            config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
            config.setConnectionInitSql("set lock_timeout = '3s'");
        }
        return new HikariDataSource(config);
    }

    Data data() {
        return data;
    }

    DataSource pool() {
        return pool;
    }

    Side library() {
        return library;
    }

    Side byHand() {
        return byHand;
    }

    /** How many statements an operation takes by the library when it is done for the second time. */
    int byLibrary(Operation operation, int k) {
        return statements(countedLibrary, operation, k);
    }

    /** How many it takes by hand. */
    int byHand(Operation operation, int k) {
        return statements(countedByHand, operation, k);
    }

    private int statements(Side side, Operation operation, int k) {
        operation.run(side, data, k);
        counted.reset();
        operation.run(side, data, k + 1);
        return counted.statementsWithout(NUMBERS).size();
    }

    @Override
    public void close() {
        library.close();
        countedLibrary.close();
        pool.close();
        database.drop();
    }
}
