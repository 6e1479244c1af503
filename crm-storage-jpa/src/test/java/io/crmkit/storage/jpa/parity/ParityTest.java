package io.crmkit.storage.jpa.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.storage.memory.MemoryStorage;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The same sequences of calls by chance, on the heap and on each database: each answer must be equal. */
class ParityTest {
    private static final int SEQUENCES = Integer.getInteger("crm.parity.sequences", 2_000);
    private static final int LONGEST = 12;
    /** A new world from time to time, so that pages do not become long. */
    private static final int SEQUENCES_A_WORLD = 100;

    @Test
    void h2AnswersAsTheHeapDoes(TestReporter reporter) {
        compare(TestDatabases::h2, reporter);
    }

    @Test
    void postgresAnswersAsTheHeapDoes(TestReporter reporter) {
        compare(TestDatabases::postgres, reporter);
    }

    @Test
    void mariaDbAnswersAsTheHeapDoes(TestReporter reporter) {
        compare(TestDatabases::mariadb, reporter);
    }

    private static void compare(Supplier<TestDatabase> databases, TestReporter reporter) {
        int steps = 0;
        int refusals = 0;
        for (int world = 0; world * SEQUENCES_A_WORLD < SEQUENCES; world++) {
            try (TestDatabase database = databases.get();
                    Desk heap = new Desk(MemoryStorage.create());
                    Desk other =
                            new Desk(JpaStorage.builder(database.dataSource()).build())) {
                Random random = new Random(world);
                Steps made = new Steps(random);
                int count = SEQUENCES_A_WORLD * (1 + LONGEST) / 2;
                for (int i = 0; i < count; i++) {
                    Function<Desk, Object> step = made.next();
                    Object expected = heap.outcome(step);
                    assertThat(other.outcome(step))
                            .as("world %d, step %d", world, i)
                            .isEqualTo(expected);
                    made.learn(expected);
                    steps++;
                    refusals += expected instanceof String ? 1 : 0;
                }
            }
        }
        reporter.publishEntry("parity", steps + " steps, of which " + refusals + " were refused or said something");
        assertThat(steps).isGreaterThan(SEQUENCES);
    }
}
