package io.crmkit.storage.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.WatchedPool;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A host: the back end of an exchange that keeps withdrawals in a table of its own, and a CRM in the same database. The
 * CRM's pool has one connection, so that a call that takes a second one while the host has the first cannot go on.
 */
final class Exchange implements AutoCloseable {
    static final Actor SARA = Actor.agent("sara", Role.SUPPORT_AGENT);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String CREATE_TABLE = "create table host_withdrawal (id integer primary key, amount integer)";

    final TestDatabase database;
    final Tables tables;
    final WatchedPool pool;
    final JpaStorage storage;
    final RecordingNotifier sms = new RecordingNotifier();
    final Crm crm;
    private final HikariDataSource one;
    private CustomerId ali;

    Exchange(TestDatabase database) {
        this.database = database;
        database.execute(CREATE_TABLE);
        this.one = poolOfOne(database);
        this.pool = new WatchedPool(one);
        this.storage = JpaStorage.builder(pool.dataSource()).build();
        this.tables = new Tables(database, "", "crm_");
        this.crm = Crm.builder()
                .storage(storage)
                .clock(new MutableClock(NOON))
                .rateLimits(RateLimits.none())
                .notifier(NoticeChannel.SMS, sms)
                .build();
    }

    private static HikariDataSource poolOfOne(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword("");
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(1_000);
        return new HikariDataSource(config);
    }

    /** Leaves one customer, Ali, and nothing else. */
    void startAnew() {
        database.execute("delete from host_withdrawal");
        tables.empty();
        sms.clear();
        ali = desk().customers()
                .register(RegisterCustomer.named("علی", "رضایی")
                        .phone("+98 912 345 6789")
                        .language("fa")
                        .username("ali77"))
                .id();
    }

    /** The pool of one connection, for a host that takes from it by itself. */
    HikariDataSource one() {
        return one;
    }

    CustomerId ali() {
        return ali;
    }

    /** Begins a transaction of the host's on the only connection of the pool. */
    Connection begin() throws SQLException {
        return begun(one.getConnection());
    }

    /** Begins one on a connection of another pool. */
    Connection beginElsewhere() throws SQLException {
        return begun(database.dataSource().getConnection());
    }

    private static Connection begun(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return connection;
    }

    /** The desk in transactions of its own. */
    CrmSession desk() {
        return crm.as(SARA);
    }

    /** The desk in the host's transaction. */
    CrmSession desk(Connection connection) {
        return joining(storage.host(connection));
    }

    CrmSession joining(CrmStorage host) {
        return crm.joining(host).as(SARA);
    }

    /** Ali asks about a withdrawal. */
    OpenTicket question(String subject) {
        return OpenTicket.of(ali, Channel.WEB, subject, "از دیروز منتظرم. பணம் வரவில்லை.");
    }

    static void withdraw(Connection connection, int id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into host_withdrawal values (?, 100)")) {
            insert.setInt(1, id);
            insert.executeUpdate();
        }
    }

    /** The withdrawals that this connection sees. */
    static List<Integer> withdrawals(Connection connection) throws SQLException {
        List<Integer> ids = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("select id from host_withdrawal order by id")) {
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
        }
        return ids;
    }

    /** The withdrawals that everybody sees. */
    List<Integer> withdrawals() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return withdrawals(connection);
        }
    }

    @Override
    public void close() {
        crm.close();
        one.close();
        database.close();
    }
}
