package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.CustomerStore;
import io.crmkit.testkit.SampleRecords;
import io.crmkit.testkit.SequentialIds;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a database says of a failure holds values of rows: none of it gets into an exception or a log. */
class DiscretionTest {
    private static final String CANARY = "canary";

    private static final Logger ROOT = Logger.getLogger("");

    static Stream<Supplier<TestDatabase>> databases() {
        return Stream.of(TestDatabases::h2, TestDatabases::postgres, TestDatabases::mariadb);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void neitherExceptionsNorLogsHoldValues(Supplier<TestDatabase> databases) {
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        Handler handler = recording(logged);
        ROOT.addHandler(handler);
        try (TestDatabase database = databases.get();
                JpaStorage storage = JpaStorage.builder(database.dataSource()).build()) {
            Customer first = customer();
            Customer second = customer();
            storage.inTransaction(tx -> insert(tx.customers(), first));

            List<Throwable> failures = List.of(
                    catchThrowable(() -> storage.inTransaction(tx -> insert(tx.customers(), second))),
                    catchThrowable(() -> storage.inTransaction(tx -> insert(tx.customers(), first))),
                    catchThrowable(() -> storage.inTransaction(tx -> {
                        tx.customers().insert(second, tooLong());
                        return true;
                    })));

            assertThat(failures)
                    .allSatisfy(failure -> assertThat(trace(failure)).doesNotContain(CANARY));
            assertThat(logged).noneMatch(line -> line.contains(CANARY));
            assertThat(logged).as("the log is heard at all").isNotEmpty();
        } finally {
            ROOT.removeHandler(handler);
        }
    }

    private static boolean insert(CustomerStore store, Customer customer) {
        store.insert(customer, SampleRecords.index(customer));
        return true;
    }

    private static int made;

    private static Customer customer() {
        return new SampleRecords(new SequentialIds(++made))
                .customer()
                .identifiers(Identifier.username(CANARY))
                .build();
    }

    /** Fits into no column. */
    private static CustomerIndex tooLong() {
        return new CustomerIndex(Set.of("username:" + CANARY.repeat(200)), Set.of(), "", "", Map.of());
    }

    private static String trace(Throwable failure) {
        assertThat(failure).isNotNull();
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause).append(List.of(cause.getSuppressed()));
        }
        return text.toString();
    }

    private static Handler recording(Queue<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + " " + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
