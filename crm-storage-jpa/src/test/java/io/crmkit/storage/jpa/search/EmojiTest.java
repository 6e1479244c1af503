package io.crmkit.storage.jpa.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.FoundCustomers;
import io.crmkit.customer.MatchTier;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.page.PageRequest;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.storage.jpa.JpaStorage;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Characters that take two places in a Java text come out of each database as they went in, and are not one another. */
class EmojiTest {
    static Stream<TestDatabase> databases() {
        return Stream.of(TestDatabases.h2(), TestDatabases.postgres(), TestDatabases.mariadb());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoHasAnEmojiIsFoundByThatOneAndIsNotStale(TestDatabase database) {
        try (database;
                JpaStorage storage = JpaStorage.builder(database.dataSource()).build();
                Crm crm = GeneratedPeople.crm(storage)) {
            CrmSession host = crm.as(Actor.host("exchange"));
            Customer smiling = host.customers()
                    .register(RegisterCustomer.named("Ali🙂", "").username("x🙂"));
            host.customers().register(RegisterCustomer.named("Ali🙃", "").username("x🙃"));

            FoundCustomers found = host.customers().suggest("x🙂", 5);

            assertThat(found.customers()).containsExactly(smiling);
            assertThat(found.hits()).extracting(CustomerHit::tier).containsExactly(Optional.of(MatchTier.EXACT));
            assertThat(host.search().verifyIndex(PageRequest.first()).stale()).isEmpty();
        }
    }
}
