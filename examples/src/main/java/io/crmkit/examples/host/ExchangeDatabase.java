package io.crmkit.examples.host;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.id.SubjectRef;
import io.crmkit.page.PageRequest;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.TicketQuery;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** An exchange's own database, on the heap: one table of withdrawals, and a pool. */
final class ExchangeDatabase implements AutoCloseable {
    /** The exchange itself, as an actor. */
    static final Actor HOST = Actor.host("exchange");

    private final HikariDataSource pool;

    ExchangeDatabase(String name) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        pool = new HikariDataSource(config);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table withdrawal (id bigint primary key, amount numeric(38, 8) not null)");
        }
    }

    DataSource dataSource() {
        return pool;
    }

    /** The ticket that a large withdrawal is looked at in. */
    static OpenTicket review(CustomerId customer, long withdrawal) {
        return OpenTicket.of(customer, Channel.WEB, "برداشت بزرگ", "این برداشت باید تأیید شود.")
                .on(SubjectRef.order(String.valueOf(withdrawal)));
    }

    /** Writes a withdrawal on the connection of whoever asks, in his transaction. */
    static void insert(Connection connection, long id, String amount) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into withdrawal values (?, ?)")) {
            insert.setLong(1, id);
            insert.setBigDecimal(2, new BigDecimal(amount));
            insert.executeUpdate();
        }
    }

    /** What everybody sees. */
    String state(Crm crm) throws SQLException {
        int tickets = crm.as(HOST)
                .tickets()
                .list(TicketQuery.all(), PageRequest.first())
                .items()
                .size();
        return "withdrawals " + withdrawals() + ", tickets " + tickets;
    }

    private int withdrawals() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select count(*) from withdrawal")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
