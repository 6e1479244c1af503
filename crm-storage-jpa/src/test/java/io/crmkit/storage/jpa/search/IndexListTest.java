package io.crmkit.storage.jpa.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.servers.WatchedPool;
import io.crmkit.spi.storage.IndexedCustomer;
import io.crmkit.staff.Team;
import io.crmkit.storage.jpa.JpaStorage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What customers are found by is read and looked after for many at once. */
class IndexListTest {
    static Stream<TestDatabase> databases() {
        return Stream.of(TestDatabases.h2(), TestDatabases.postgres(), TestDatabases.mariadb());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aListOfTwelveTakesAsManyStatementsAsOneOfTwo(TestDatabase database) {
        WatchedPool pool = new WatchedPool(database.dataSource());
        try (database;
                JpaStorage storage = JpaStorage.builder(pool.dataSource()).build()) {
            fill(storage);

            assertThat(statements(pool, storage, 12))
                    .hasSameSizeAs(statements(pool, storage, 2))
                    .hasSizeLessThan(10);
        }
    }

    @Test
    void aRowOfMariaDbsIndexThatIsMissingIsNoticedOfThatCustomerOnly() {
        TestDatabase database = TestDatabases.mariadb();
        try (database;
                JpaStorage storage = JpaStorage.builder(database.dataSource()).build()) {
            fill(storage);
            List<IndexedCustomer> before = list(storage, 40);
            assertThat(before).hasSize(40).allMatch(each -> each.index().isPresent());

            database.execute("delete from crm_customer_feature order by customer_id limit 1");

            assertThat(list(storage, 40))
                    .filteredOn(each -> each.index().isEmpty())
                    .extracting(IndexedCustomer::customer)
                    .containsExactly(before.get(0).customer());
        }
    }

    private static void fill(JpaStorage storage) {
        storage.inTransaction(tx -> {
            tx.staff().save(Team.ledBy(GeneratedPeople.OTHER, "sara"));
            return true;
        });
        new GeneratedPeople(5).store(40, storage);
    }

    private static List<String> statements(WatchedPool pool, JpaStorage storage, int limit) {
        pool.reset();
        assertThat(list(storage, limit)).hasSize(limit);
        return pool.statements();
    }

    private static List<IndexedCustomer> list(JpaStorage storage, int limit) {
        return storage.inTransaction(tx -> tx.customerIndex().list(Optional.empty(), limit));
    }
}
