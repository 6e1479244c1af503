package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.DuplicateException;
import io.crmkit.testkit.FaultyStorage;
import io.crmkit.testkit.FaultyStorage.Moment;
import io.crmkit.ticket.Ticket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A call that fails costs the host that call and nothing else. */
abstract class JoinedFailureRules {
    private final Exchange exchange;

    JoinedFailureRules(Exchange exchange) {
        this.exchange = exchange;
    }

    @ParameterizedTest
    @EnumSource(FailingCall.class)
    void theHostsTransactionGoesOnAfterACallThatFailed(FailingCall call) throws SQLException {
        Ticket first;
        Ticket second;
        Map<String, Integer> afterFirst;
        try (Connection connection = exchange.begin()) {
            Exchange.withdraw(connection, 1);
            first = exchange.desk(connection)
                    .tickets()
                    .open(exchange.question("برداشت").once("form-1"));
            afterFirst = exchange.tables.counts(connection);

            assertThatThrownBy(() -> call.make(exchange, connection, first)).isInstanceOf(call.failure);

            assertThat(exchange.tables.counts(connection)).isEqualTo(afterFirst);
            Exchange.withdraw(connection, 2);
            second = exchange.desk(connection).tickets().open(exchange.question("பணம்"));
            connection.commit();
        }

        assertThat(exchange.withdrawals()).containsExactly(1, 2);
        assertThat(exchange.desk().tickets().get(first.id())).isEqualTo(first);
        assertThat(exchange.desk().tickets().get(second.id())).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({"BEFORE, false", "AFTER, false", "BEFORE, true", "AFTER, true"})
    void aFaultAtAnyStatementUndoesThatCallAndNothingElse(Moment moment, boolean error) throws SQLException {
        Throwable planted = error ? new AssertionError("planted") : new IllegalStateException("planted");
        int faults = 0;
        try (Connection connection = exchange.begin()) {
            FaultyStorage faulty = new FaultyStorage(exchange.storage.host(connection));
            Exchange.withdraw(connection, 1);
            exchange.joining(faulty).tickets().open(exchange.question("Withdrawal"));
            Map<String, Integer> before = exchange.tables.counts(connection);

            Throwable thrown = planted;
            while (thrown != null) {
                faulty.failAtCall(faults + 1, moment, planted);
                thrown = catchThrowable(() -> exchange.joining(faulty)
                        .tickets()
                        .open(exchange.question("Again").once("form-1")));
                if (thrown != null) {
                    assertThat(thrown).isSameAs(planted);
                    assertThat(exchange.tables.counts(connection)).isEqualTo(before);
                    faults++;
                }
            }
            faulty.heal();
            assertThat(exchange.tables.counts(connection)).isNotEqualTo(before);
            connection.commit();
        }

        assertThat(faults).isGreaterThan(5);
        assertThat(exchange.withdrawals()).containsExactly(1);
    }

    @Test
    void aFaultBeforeTheEndOfACallUndoesIt() throws SQLException {
        try (Connection connection = exchange.begin()) {
            FaultyStorage faulty = new FaultyStorage(exchange.storage.host(connection));
            Map<String, Integer> before = exchange.tables.counts(connection);
            Error planted = new OutOfMemoryError("planted");
            faulty.failAtCommit(planted);

            assertThatThrownBy(() -> exchange.joining(faulty).tickets().open(exchange.question("Withdrawal")))
                    .isSameAs(planted);

            assertThat(exchange.tables.counts(connection)).isEqualTo(before);
            Exchange.withdraw(connection, 1);
            connection.commit();
        }

        assertThat(exchange.withdrawals()).containsExactly(1);
    }

    @Test
    void manyFailedCallsDoNotWearTheTransactionOut() throws SQLException {
        try (Connection connection = exchange.begin()) {
            for (int attempt = 0; attempt < 100; attempt++) {
                assertThatThrownBy(() -> exchange.desk(connection)
                                .customers()
                                .register(
                                        RegisterCustomer.named("Ali", "Petrov").username("ali77")))
                        .isInstanceOf(DuplicateException.class);
            }
            exchange.desk(connection).tickets().open(exchange.question("Withdrawal"));
            Exchange.withdraw(connection, 1);
            connection.commit();
        }

        assertThat(exchange.withdrawals()).containsExactly(1);
    }

    @Test
    void aTransactionThatTheHostHadBrokenBeforeIsReportedAsTheHosts() throws SQLException {
        try (Connection connection = exchange.begin()) {
            Exchange.withdraw(connection, 1);
            assertThatThrownBy(() -> Exchange.withdraw(connection, 1)).isInstanceOf(SQLException.class);

            Throwable thrown =
                    catchThrowable(() -> exchange.desk(connection).tickets().open(exchange.question("Withdrawal")));

            assertThat(thrown == null || thrown.getMessage().contains("the host's transaction cannot go on"))
                    .isTrue();
            connection.rollback();
        }
    }
}
