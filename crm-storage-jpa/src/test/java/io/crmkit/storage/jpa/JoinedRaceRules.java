package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.crmkit.customer.Identifier;
import io.crmkit.error.StorageBusyException;
import io.crmkit.error.StorageException;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.Ticket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several transactions of hosts at once. */
abstract class JoinedRaceRules {
    private static final int THREADS = 6;
    private static final int TRANSACTIONS = 20;

    private final Exchange exchange;
    private final Deadlock deadlock;

    JoinedRaceRules(Exchange exchange, Deadlock deadlock) {
        this.exchange = exchange;
        this.deadlock = deadlock;
    }

    @Test
    void ticketNumbersAreUniqueWhicheverTransactionsAreRolledBack() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<Long>>> work = IntStream.range(0, THREADS)
                    .mapToObj(thread -> (Callable<List<Long>>) () -> openInTransactions(thread))
                    .toList();
            List<Long> numbers = new ArrayList<>();
            for (Future<List<Long>> committed : threads.invokeAll(work)) {
                numbers.addAll(committed.get());
            }

            assertThat(numbers).doesNotHaveDuplicates().hasSize(THREADS * TRANSACTIONS / 2 * 2);
            assertThat(exchange.withdrawals()).hasSize(THREADS * TRANSACTIONS / 2);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Two tickets in each transaction; every other one is rolled back. Returns the numbers that stay. */
    private List<Long> openInTransactions(int thread) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (int number = 0; number < TRANSACTIONS; number++) {
            try (Connection connection = exchange.beginElsewhere()) {
                Exchange.withdraw(connection, thread * TRANSACTIONS + number);
                Ticket first = exchange.desk(connection).tickets().open(exchange.question("Withdrawal"));
                Ticket second = exchange.desk(connection).tickets().open(exchange.question("Withdrawal"));
                assertThat(second.number().value()).isGreaterThan(first.number().value());
                if (number % 2 == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    numbers.add(first.number().value());
                    numbers.add(second.number().value());
                }
            }
        }
        return numbers;
    }

    /** So many that no block of numbers lasts: the transaction takes some by itself, and holds the row they come from. */
    @Test
    void ticketsOfALongTransactionOfAHostsDoNotStopTheCrmsOwnWork() throws SQLException {
        try (Connection connection = exchange.beginElsewhere()) {
            for (int ticket = 0; ticket < 120; ticket++) {
                exchange.desk(connection).tickets().open(exchange.question("Withdrawal"));
            }

            for (int call = 0; call < 5; call++) {
                assertThat(exchange.desk().customers().get(exchange.ali()).identifiers())
                        .contains(Identifier.username("ali77"));
            }
            connection.commit();
        }

        assertThat(exchange.desk()
                        .tickets()
                        .open(exchange.question("Withdrawal"))
                        .version())
                .isEqualTo(1);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void theLoserOfADeadlockIsToldWhetherTheHostMayGoOn() throws Exception {
        Ticket ticket = exchange.desk().tickets().open(exchange.question("Withdrawal"));
        exchange.database.execute("insert into host_withdrawal values (1, 100)");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection loser = exchange.begin();
                Connection winner = exchange.beginElsewhere()) {
            execute(winner, deadlock.patience());
            lockMuch(winner);
            execute(loser, "update host_withdrawal set amount = 7 where id = 1");
            Future<?> waiting = thread.submit(() -> {
                execute(winner, "update host_withdrawal set amount = 8 where id = 1");
                return true;
            });
            awaitOneThatWaits();

            Throwable thrown = catchThrowable(() -> exchange.desk(loser)
                    .tickets()
                    .change(ChangeTicket.of(ticket).priority(Priority.URGENT)));

            if (deadlock.endsTransaction()) {
                assertThat(thrown)
                        .isInstanceOf(StorageException.class)
                        .isNotInstanceOf(StorageBusyException.class)
                        .hasMessageContaining("the host's transaction cannot go on: roll it back and begin anew");
            } else {
                assertThat(thrown).isInstanceOf(StorageBusyException.class);
                assertThat(Exchange.withdrawals(loser)).containsExactly(1);
            }
            loser.rollback();
            waiting.get();
            winner.rollback();
        } finally {
            thread.shutdownNow();
        }
    }

    /** Locks the tickets, first and with much else, since databases let the younger or the lighter one lose. */
    private void lockMuch(Connection connection) throws SQLException {
        for (int id = 100; id < 150; id++) {
            Exchange.withdraw(connection, id);
        }
        execute(connection, "update " + exchange.tables.named("ticket") + " set reopens = reopens + 1");
    }

    private void awaitOneThatWaits() throws SQLException {
        try (Connection connection = exchange.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            int waiting = 0;
            while (waiting == 0) {
                try (ResultSet row = statement.executeQuery(deadlock.waiting())) {
                    row.next();
                    waiting = row.getInt(1);
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
