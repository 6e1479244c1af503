package io.crmkit.storage.jpa.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.page.SortOrder;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerMatches;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchBudget;
import io.crmkit.spi.storage.SearchFeatures;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextReach;
import io.crmkit.storage.jpa.JpaStorage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A search ends in time, also in the middle of a statement, and the transaction goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchDeadlineTest {
    /** More than are looked at within the least limit. */
    private static final int MANY = 4_000;
    /** More than H2 is asked for at a time. */
    private static final int MORE = 6_000;
    /** In no text, and too short for an index, so that all texts are looked at, also what is kept apart from the row. */
    private static final String NOWHERE = SearchFeatures.JOINT + "q";

    /** Says that there is time, and little of it: only the database can tell that it is over. */
    private record Budget(boolean isSpent, Duration left) implements SearchBudget {}

    private static final Budget ENOUGH = new Budget(false, Duration.ofMinutes(1));
    private static final Budget LITTLE = new Budget(false, Duration.ofMillis(1));

    /** Nobody changes anything in it. */
    private final TestDatabase postgres = TestDatabases.postgres();

    @BeforeAll
    void load() {
        load(postgres, MANY);
    }

    @AfterAll
    void close() {
        postgres.close();
    }

    private static void load(TestDatabase database, int customers) {
        try (JpaStorage storage = JpaStorage.builder(database.dataSource()).build()) {
            new GeneratedPeople(7).store(customers, storage);
        }
    }

    @Test
    void aStatementOfPostgresIsCancelled() {
        endsInTime(postgres, LITTLE);
    }

    @Test
    void aStatementOfMariaDbIsCancelled() {
        try (TestDatabase database = TestDatabases.mariadb()) {
            load(database, MANY);
            endsInTime(database, LITTLE);
        }
    }

    @Test
    void h2IsAskedForAFewAtATime() {
        try (TestDatabase database = TestDatabases.h2()) {
            load(database, MORE);
            endsInTime(database, new Budget(true, Duration.ZERO));
        }
    }

    @Test
    void theTransactionOfAHostKeepsItsSettings() throws SQLException {
        try (JpaStorage storage = JpaStorage.builder(postgres.dataSource()).build();
                Connection connection = postgres.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            List<String> before = settings(connection);
            for (Budget budget : List.of(ENOUGH, LITTLE)) {
                CustomerMatches found = storage.host(connection)
                        .inTransaction(tx -> tx.customers().search(search(budget)));

                assertThat(found.partial()).isEqualTo(budget.equals(LITTLE));
                assertThat(settings(connection)).isEqualTo(before);
            }
            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"defaultRowFetchSize=2", "autosave=always", "preferQueryMode=simple"})
    void optionsOfTheDriverMakeNoDifference(String option) {
        PGSimpleDataSource options = new PGSimpleDataSource();
        options.setUrl(postgres.jdbcUrl() + "?" + option);
        options.setUser(postgres.user());
        options.setPassword(postgres.password());
        try (JpaStorage storage = JpaStorage.builder(options).build()) {
            storage.inTransaction(tx -> {
                assertThat(tx.customers().search(search("a", ENOUGH)).matches()).hasSize(20);
                assertThat(tx.customers().search(search(NOWHERE, LITTLE)).partial())
                        .isTrue();
                return assertThat(tx.customers().search(search("a", ENOUGH)).matches())
                        .hasSize(20);
            });
        }
    }

    private static List<String> settings(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name || ' ' || setting from pg_settings where name in"
                        + " ('statement_timeout', 'enable_seqscan', 'max_parallel_workers_per_gather', 'jit', 'plan_cache_mode')"
                        + " order by name")) {
            List<String> settings = new ArrayList<>();
            while (rows.next()) {
                settings.add(rows.getString(1));
            }
            assertThat(settings).hasSize(5);
            return settings;
        }
    }

    private static void endsInTime(TestDatabase database, Budget little) {
        try (JpaStorage storage = JpaStorage.builder(database.dataSource()).build()) {
            storage.inTransaction(tx -> {
                CustomerMatches inTime = tx.customers().search(search(little));
                assertThat(inTime.partial()).isTrue();
                assertThat(inTime.matches()).isEmpty();

                CustomerMatches all = tx.customers().search(search(ENOUGH));
                assertThat(all.partial()).isFalse();
                assertThat(all.matches()).isEmpty();
                return tx.customers().list(everybody(), Slice.first(SortOrder.NEWEST_FIRST, 1));
            });
        }
    }

    private static CustomerSearch search(SearchBudget budget) {
        return search(NOWHERE, budget);
    }

    private static CustomerSearch search(String pattern, SearchBudget budget) {
        return new CustomerSearch(
                everybody(),
                new TextReach(Reach.all(), Reach.all(), Set.of()),
                List.of(new SearchTier(List.of(SearchTerm.of(pattern)))),
                Optional.empty(),
                20,
                budget);
    }

    private static CustomerCriteria everybody() {
        return new CustomerCriteria(Reach.all(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
