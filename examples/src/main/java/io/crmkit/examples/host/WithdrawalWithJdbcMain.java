package io.crmkit.examples.host;

import static io.crmkit.examples.host.ExchangeDatabase.HOST;

import io.crmkit.Crm;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.examples.Console;
import io.crmkit.storage.jpa.JpaStorage;
import java.sql.Connection;
import java.sql.SQLException;

/** A withdrawal and its ticket in one transaction, with plain JDBC: both or none. */
public final class WithdrawalWithJdbcMain {
    private WithdrawalWithJdbcMain() {}

    /** Runs it. */
    public static void main(String[] args) throws SQLException {
        run(Console.standard());
    }

    static void run(Console console) throws SQLException {
        try (ExchangeDatabase exchange = new ExchangeDatabase("jdbc");
                JpaStorage storage = JpaStorage.builder(exchange.dataSource()).build();
                Crm crm = Crm.builder().storage(storage).build()) {
            CustomerId ali = crm.as(HOST)
                    .customers()
                    .register(RegisterCustomer.named("علی", "رضایی"))
                    .id();
            console.print("in the beginning: " + exchange.state(crm));

            try (Connection connection = exchange.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                ExchangeDatabase.insert(connection, 981, "0.25");
                crm.joining(storage.host(connection)).as(HOST).tickets().open(ExchangeDatabase.review(ali, 981));
                connection.commit();
            }
            console.print("after a commit: " + exchange.state(crm));

            try (Connection connection = exchange.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                ExchangeDatabase.insert(connection, 982, "17");
                crm.joining(storage.host(connection)).as(HOST).tickets().open(ExchangeDatabase.review(ali, 982));
                connection.rollback();
            }
            console.print("after a rollback: " + exchange.state(crm));
        }
    }
}
