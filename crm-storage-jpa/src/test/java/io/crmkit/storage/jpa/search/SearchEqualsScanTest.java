package io.crmkit.storage.jpa.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.FoundCustomers;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.page.PageRequest;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.servers.WatchedPool;
import io.crmkit.staff.Team;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.testkit.ComparedSearchStorage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Whichever way a search takes, it finds what looking at every customer finds, in the same order. */
class SearchEqualsScanTest {
    private static final int CUSTOMERS = Integer.getInteger("crm.search.customers", 3_000);
    private static final int QUERIES = 400;
    private static final int CHANGED = 200;

    private final GeneratedPeople people = new GeneratedPeople(23);
    private int found;

    @Test
    void inPostgres(TestReporter reporter) {
        List<String> sent = compare(TestDatabases.postgres(), reporter);

        assertThat(sent).anyMatch(sql -> sql.contains("operator(pg_catalog.@>)"));
        assertThat(sent).anyMatch(sql -> sql.contains("operator(pg_catalog.&&)"));
        assertThat(sent).anyMatch(SearchEqualsScanTest::isWalk);
    }

    @Test
    void inMariaDb(TestReporter reporter) {
        List<String> sent = compare(TestDatabases.mariadb(), reporter);

        assertThat(sent).anyMatch(sql -> sql.contains(" k straight_join "));
        assertThat(sent).anyMatch(SearchEqualsScanTest::isWalk);
    }

    @Test
    void inH2(TestReporter reporter) {
        compare(TestDatabases.h2(), reporter);
    }

    private static boolean isWalk(String sql) {
        return sql.contains("s.customer_id >= ?") && sql.contains("order by s.customer_id desc");
    }

    private List<String> compare(TestDatabase database, TestReporter reporter) {
        WatchedPool pool = new WatchedPool(database.dataSource());
        ComparedSearchStorage storage =
                new ComparedSearchStorage(JpaStorage.builder(pool.dataSource()).build());
        try (database;
                Crm crm = GeneratedPeople.crm(storage)) {
            storage.inTransaction(tx -> {
                tx.staff().save(Team.ledBy(GeneratedPeople.OTHER, "sara"));
                return true;
            });
            people.store(CUSTOMERS, storage);
            CrmSession host = crm.as(Actor.host("exchange"));
            change(host);
            pool.reset();
            List<CrmSession> sessions = List.of(
                    host,
                    crm.as(Actor.agent("sara", Role.SUPPORT_AGENT).in(TeamId.SUPPORT)),
                    crm.as(Actor.agent("vera", Role.SUPPORT_AGENT).in(GeneratedPeople.OTHER)));
            for (int i = 0; i < QUERIES; i++) {
                search(sessions.get(i % 3), i);
            }
            reporter.publishEntry("queries that found somebody", Integer.toString(found));
            assertThat(storage.compared()).isGreaterThanOrEqualTo(QUERIES);
            assertThat(found).isGreaterThan(QUERIES / 2);
            return pool.statements();
        }
    }

    private void change(CrmSession host) {
        List<Customer> some = host.customers()
                .search(CustomerQuery.all(), PageRequest.first(CHANGED))
                .customers();
        for (int i = 0; i < some.size(); i++) {
            UpdateCustomer command = UpdateCustomer.of(some.get(i));
            host.customers()
                    .update(
                            i % 2 == 0
                                    ? command.with(new CustomerEdit.Rename("سارا", "Changed" + i))
                                    : command.with(new CustomerEdit.SetCare(Optional.empty(), GeneratedPeople.OTHER)));
        }
    }

    /** Suggestions, or two pages of a search, some of them narrowed. */
    private void search(CrmSession session, int i) {
        int limit = 1 + people.number(30);
        if (i % 4 != 0) {
            found += session.customers().suggest(people.typed(), limit).hits().isEmpty() ? 0 : 1;
            return;
        }
        CustomerQuery query = CustomerQuery.containing(people.typed());
        if (i % 3 == 0) {
            query = query.team(GeneratedPeople.OTHER);
        }
        FoundCustomers first = session.customers().search(query, PageRequest.first(limit));
        found += first.hits().isEmpty() ? 0 : 1;
        if (first.next().isPresent()) {
            session.customers().search(query, first.next().get());
        }
    }
}
