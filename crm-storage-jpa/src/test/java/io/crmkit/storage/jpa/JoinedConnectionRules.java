package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.StorageException;
import io.crmkit.ticket.TicketId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection stays the host's own. */
abstract class JoinedConnectionRules {
    private final Exchange exchange;

    JoinedConnectionRules(Exchange exchange) {
        this.exchange = exchange;
    }

    /** What a host can set on a connection. */
    private static List<Object> settings(Connection connection) throws SQLException {
        return List.of(
                connection.getAutoCommit(),
                connection.getTransactionIsolation(),
                connection.isReadOnly(),
                connection.getHoldability(),
                String.valueOf(connection.getSchema()),
                String.valueOf(connection.getCatalog()),
                connection.isClosed());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                Connection.TRANSACTION_READ_COMMITTED,
                Connection.TRANSACTION_REPEATABLE_READ,
                Connection.TRANSACTION_SERIALIZABLE
            })
    void eachCallLeavesTheConnectionAsItWas(int isolation) throws SQLException {
        try (Connection connection = exchange.begin()) {
            connection.setTransactionIsolation(isolation);
            List<Object> before = settings(connection);

            var ticket = exchange.desk(connection).tickets().open(exchange.question("Withdrawal"));
            assertThat(settings(connection)).isEqualTo(before);

            exchange.desk(connection).tickets().get(ticket.id());
            assertThat(settings(connection)).isEqualTo(before);

            assertThatThrownBy(() -> exchange.desk(connection).tickets().get(unknown()))
                    .isInstanceOf(NotFoundException.class);
            assertThat(settings(connection)).isEqualTo(before);
            connection.rollback();
        }
    }

    @Test
    void nothingIsCalledThatEndsOrRedefinesTheTransaction() throws SQLException {
        Set<String> called = new TreeSet<>();
        try (Connection connection = exchange.begin()) {
            Connection watched = watched(connection, called);
            exchange.desk(watched).tickets().open(exchange.question("Withdrawal"));
            assertThatThrownBy(() -> exchange.desk(watched).tickets().get(unknown()))
                    .isInstanceOf(NotFoundException.class);
            connection.rollback();
        }

        assertThat(called)
                .contains("prepareStatement", "setSavepoint", "releaseSavepoint", "rollback to a savepoint")
                .doesNotContain("commit", "rollback", "close", "abort")
                .noneMatch(name -> name.startsWith("set") && !name.equals("setSavepoint"));
    }

    private static Connection watched(Connection connection, Set<String> called) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean toSavepoint = method.getName().equals("rollback") && arguments != null;
                    called.add(toSavepoint ? "rollback to a savepoint" : method.getName());
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void noSecondConnectionIsTakenHoweverManyCallsThereAre() throws SQLException {
        try (Connection connection = exchange.begin()) {
            int before = exchange.pool.lent();

            for (int ticket = 0; ticket < 120; ticket++) {
                exchange.desk(connection).tickets().open(exchange.question("Withdrawal " + ticket));
            }
            assertThatThrownBy(() -> exchange.desk(connection).tickets().get(unknown()))
                    .isInstanceOf(NotFoundException.class);

            assertThat(exchange.pool.lent()).isEqualTo(before);
            connection.rollback();
        }
    }

    @Test
    void aConnectionWithoutATransactionIsRefused() throws SQLException {
        Map<String, Integer> before = exchange.tables.counts();
        try (Connection connection = exchange.database.dataSource().getConnection()) {
            assertThatThrownBy(() -> exchange.desk(connection).tickets().open(exchange.question("Withdrawal")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("there is no transaction to join")
                    .hasMessageContaining("setAutoCommit(false)");

            assertThat(connection.getAutoCommit()).isTrue();
        }
        assertThat(exchange.tables.counts()).isEqualTo(before);
    }

    @Test
    void aClosedConnectionIsRefused() throws SQLException {
        Connection connection = exchange.begin();
        connection.close();

        assertThatThrownBy(() -> exchange.desk(connection).tickets().get(unknown()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("the host's transaction cannot go on");
    }

    @Test
    void aReadOnlyTransactionCanBeReadIn() throws SQLException {
        var ticket = exchange.desk().tickets().open(exchange.question("Withdrawal"));
        try (Connection connection = exchange.begin()) {
            connection.setReadOnly(true);

            assertThat(exchange.desk(connection).tickets().get(ticket.id())).isEqualTo(ticket);
            connection.rollback();
        }
    }

    @Test
    void dueWorkIsNotDoneInTheHostsTransaction() throws SQLException {
        try (Connection connection = exchange.begin()) {
            Crm joining = exchange.crm.joining(exchange.storage.host(connection));

            assertThatThrownBy(joining::runDue)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("call it on the CRM, not on one that joins");
            connection.rollback();
        }
    }

    @Test
    void closingAJoiningCrmClosesNothing() throws SQLException {
        List<Boolean> closed = new ArrayList<>();
        try (Connection connection = exchange.begin()) {
            exchange.crm.joining(exchange.storage.host(connection)).close();
            closed.add(connection.isClosed());
            Exchange.withdraw(connection, 981);
            exchange.desk(connection).tickets().open(exchange.question("Withdrawal"));
            connection.commit();
        }

        assertThat(closed).containsExactly(false);
        assertThat(exchange.withdrawals()).containsExactly(981);
    }

    private static TicketId unknown() {
        return new TicketId(UUID.fromString("01900000-0000-7000-8000-000000000001"));
    }
}
