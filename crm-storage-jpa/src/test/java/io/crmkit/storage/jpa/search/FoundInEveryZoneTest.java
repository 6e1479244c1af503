package io.crmkit.storage.jpa.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.customer.Customer;
import io.crmkit.page.SortOrder;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerMatch;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchBudget;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.spi.storage.SearchTier;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextReach;
import io.crmkit.storage.jpa.JpaStorage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a search reads by itself is what Hibernate reads, wherever the process is. Isolated, for the zone is everybody's. */
@Isolated
class FoundInEveryZoneTest {
    private static final int CUSTOMERS = 20;
    private static final SearchBudget ENOUGH = new SearchBudget() {
        @Override
        public boolean isSpent() {
            return false;
        }

        @Override
        public Duration left() {
            return Duration.ofMinutes(1);
        }
    };

    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void goHome() {
        TimeZone.setDefault(zone);
    }

    static Stream<TestDatabase> databases() {
        return Stream.of(TestDatabases.h2(), TestDatabases.postgres(), TestDatabases.mariadb());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void customersAreFoundAsTheyAreListed(TestDatabase database) {
        try (database) {
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            try (JpaStorage storage = JpaStorage.builder(database.dataSource()).build()) {
                new GeneratedPeople(7).store(CUSTOMERS, storage);
                assertThat(found(storage)).isEqualTo(listed(storage)).hasSize(CUSTOMERS);
            }
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tehran"));
            try (JpaStorage storage = JpaStorage.builder(database.dataSource()).build()) {
                assertThat(found(storage)).isEqualTo(listed(storage)).hasSize(CUSTOMERS);
            }
        }
    }

    private static List<Customer> found(CrmStorage storage) {
        return storage.inTransaction(tx -> tx
                .customers()
                .search(new CustomerSearch(
                        CustomerCriteria.within(Reach.all()),
                        new TextReach(Reach.all(), Reach.all(), Set.of()),
                        List.of(new SearchTier(List.of(SearchTerm.of("0912")))),
                        Optional.empty(),
                        CUSTOMERS + 1,
                        ENOUGH))
                .matches()
                .stream()
                .map(CustomerMatch::customer)
                .toList());
    }

    private static List<Customer> listed(CrmStorage storage) {
        return storage.inTransaction(tx -> tx.customers()
                .list(CustomerCriteria.within(Reach.all()), Slice.first(SortOrder.NEWEST_FIRST, CUSTOMERS + 1)));
    }
}
