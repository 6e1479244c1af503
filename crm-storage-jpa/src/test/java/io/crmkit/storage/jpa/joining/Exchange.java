package io.crmkit.storage.jpa.joining;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.servers.TestDatabase;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Ticket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A host: a table of withdrawals and a CRM in one database, over a pool that has so many connections and waits for none. */
final class Exchange implements AutoCloseable {
    final TestDatabase database;
    final HikariDataSource pool;
    final JpaStorage storage;
    final RecordingNotifier sms = new RecordingNotifier();
    final Crm crm;
    final Customer ali;

    Exchange(TestDatabase database, int connections) {
        this.database = database;
        database.execute("create table withdrawal (id bigint primary key, amount varchar(40) not null)");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword("");
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(2_000);
        pool = new HikariDataSource(config);
        storage = JpaStorage.builder(pool).build();
        crm = Crm.builder().storage(storage).notifier(NoticeChannel.SMS, sms).build();
        ali = as(crm).customers()
                .register(RegisterCustomer.named("علی", "رضایی").username("ali").phone("+989123456789"));
    }

    static CrmSession as(Crm crm) {
        return crm.as(Actor.agent("sara", Role.ADMIN));
    }

    DataSource pool() {
        return pool;
    }

    Ticket open(Crm joined) {
        return as(joined).tickets().open(OpenTicket.of(ali.id(), Channel.WEB, "برداشت", "برداشت من انجام نشد"));
    }

    static void withdraw(Connection connection, long id) {
        try (PreparedStatement insert = connection.prepareStatement("insert into withdrawal values (?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, "12.5 USDT");
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many withdrawals a connection sees. */
    static int withdrawals(Connection connection) {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from withdrawal");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many withdrawals are committed. */
    int withdrawals() {
        try (Connection connection = pool.getConnection()) {
            return withdrawals(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        crm.close();
        pool.close();
        database.close();
    }
}
