package io.crmkit.examples.features;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.examples.Console;
import io.crmkit.page.PageRequest;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.TicketQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A database instead of the heap, and a ticket in the transaction of the host's own row. */
public final class DatabaseMain {
    private static final Actor DESK = Actor.agent("sara", Role.SUPPORT_AGENT);

    private DatabaseMain() {}

    /** Runs it. */
    public static void main(String[] args) throws SQLException {
        run(Console.standard());
    }

    static void run(Console console) throws SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:exchange");
            pool.setUsername("sa");
            pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
            // README: database
            JpaStorage storage = JpaStorage.builder(pool).build();
            Crm crm = Crm.builder().storage(storage).phoneRegion("IR").build();
            // README: end
            try (crm) {
                story(console, pool, storage, crm);
            }
        }
    }

    private static void story(Console console, DataSource dataSource, JpaStorage storage, Crm crm) throws SQLException {
        CustomerId ali = crm.as(DESK)
                .customers()
                .register(RegisterCustomer.named("علی", "رضایی").phone("۰۹۱۲ ۳۴۵ ۶۷۸۹"))
                .id();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table withdrawal (id varchar(40) primary key)");
        }
        OpenTicket ticket = OpenTicket.of(ali, Channel.API, "برداشت W-1", "برداشت منتظر بررسی است.");
        // README: transaction
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            withdraw(connection, "W-1");
            crm.joining(storage.host(connection)).as(DESK).tickets().open(ticket);
            connection.commit();
        }
        // README: end
        console.print("Committed: a withdrawal and " + tickets(crm) + " ticket.");
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            withdraw(connection, "W-2");
            crm.joining(storage.host(connection)).as(DESK).tickets().open(ticket);
            connection.rollback();
        }
        console.print("Rolled back: no other withdrawal, and still " + tickets(crm) + " ticket.");
    }

    private static void withdraw(Connection connection, String id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into withdrawal values (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
    }

    private static int tickets(Crm crm) {
        return crm.as(DESK)
                .tickets()
                .list(TicketQuery.all(), PageRequest.first())
                .items()
                .size();
    }
}
