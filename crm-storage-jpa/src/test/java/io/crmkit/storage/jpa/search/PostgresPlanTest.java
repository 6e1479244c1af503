package io.crmkit.storage.jpa.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.actor.Actor;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.FoundCustomers;
import io.crmkit.page.PageRequest;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.servers.WatchedPool;
import io.crmkit.storage.jpa.JpaStorage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL goes the way that a statement is meant to go, whatever parameters it gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresPlanTest {
    private static final int CUSTOMERS = 5_000;

    private final TestDatabase database = TestDatabases.postgres();
    private final WatchedPool pool = new WatchedPool(database.dataSource());
    private final JpaStorage storage = JpaStorage.builder(pool.dataSource()).build();
    private final GeneratedPeople people = new GeneratedPeople(5);
    private final Crm crm = GeneratedPeople.crm(storage);

    @BeforeAll
    void load() {
        people.store(CUSTOMERS, storage);
        database.execute("vacuum analyze");
    }

    @AfterAll
    void close() {
        crm.close();
        database.close();
    }

    @Test
    void whatFewHaveIsAskedOfTheIndexOfFeatures() throws SQLException {
        List<String> plans = plansOf(people.name());

        assertThat(plans)
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(plan)
                        .contains("Bitmap Index Scan on crm_customer_search_ix")
                        .doesNotContain("Seq Scan on crm_customer_search"));
    }

    /** However sure it is to be short: of few customers, or of many lines, PostgreSQL would sooner look at all texts. */
    @ParameterizedTest
    @ValueSource(strings = {"+98 912 345 6789", "somebody@example.com", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"})
    void whatLooksForAnIdentifierIsLimitedInTimeAndHeldToTheIndex(String identifier) {
        assertThat(statementsOf(identifier))
                .isNotEmpty()
                .allSatisfy(sql ->
                        assertThat(sql).contains("set local statement_timeout", "set local enable_seqscan = off"));
    }

    @Test
    void anotherOperatorOfTheSameNameDoesNotGetInTheWay() throws SQLException {
        database.execute("create extension intarray");
        try {
            whatFewHaveIsAskedOfTheIndexOfFeatures();
        } finally {
            database.execute("drop extension intarray");
        }
    }

    @Test
    void whatManyHaveIsFoundByAWalkFromTheGreatestId() throws SQLException {
        List<String> plans = plansOf("0912");

        assertThat(plans)
                .anySatisfy(plan -> assertThat(plan).contains("Index Scan Backward using crm_customer_search_pkey"))
                .allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan on crm_customer_search"));
    }

    @Test
    void whatIsWrittenIsInTheIndexAtOnce() throws SQLException {
        assertThat(database.column("select reloptions from pg_class where relname = 'crm_customer_search_ix'"))
                .containsExactly("{fastupdate=off}");
    }

    /** Of what is sent to the table of searches, as it is planned for any parameters. */
    private List<String> plansOf(String typed) throws SQLException {
        assertThat(search(typed).hits()).isNotEmpty();
        List<String> plans = new ArrayList<>();
        for (String sql : statementsOf(typed)) {
            plans.add(database.plan(sql));
        }
        return plans;
    }

    private List<String> statementsOf(String typed) {
        search(typed);
        pool.reset();
        search(typed);
        return pool.statements().stream()
                .filter(sql -> sql.contains("crm_customer_search"))
                .toList();
    }

    /** With more time than a suggestion has. */
    private FoundCustomers search(String typed) {
        return crm.as(Actor.host("exchange"))
                .customers()
                .search(CustomerQuery.containing(typed), PageRequest.first(20));
    }
}
