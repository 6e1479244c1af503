package io.crmkit.verify.customer;

import static io.crmkit.verify.Desk.refusal;
import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.LimitExceededException;
import io.crmkit.page.PageRequest;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.servers.WatchedPool;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.MutableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching is for finding somebody, not for copying everybody, and no text makes it do more than it should. */
class HarvestTest {
    private static final int MOST = 50;

    @Test
    void whoTypesOneLetterAfterAnotherIsStoppedAndToldWhenToGoOn() {
        MutableClock clock = new MutableClock(Instant.parse("2026-03-20T14:46:00Z"));
        try (Crm crm =
                Crm.builder().storage(MemoryStorage.create()).clock(clock).build()) {
            CrmSession script = crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
            int searches = 0;
            while (mayGoOn(script, searches)) {
                searches++;
            }

            assertThat(searches).isBetween(50, 100);
            LimitExceededException refused = refusal(
                    LimitExceededException.class, () -> script.customers().suggest("z", MOST));
            clock.advance(refused.retryAfter().orElseThrow());
            script.customers().suggest("z", MOST);
            refusal(LimitExceededException.class, () -> script.customers().suggest("z", MOST));
        }
    }

    private static boolean mayGoOn(CrmSession script, int i) {
        String typed = "" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
        try {
            assertThat(script.customers().suggest(typed, MOST).hits()).isEmpty();
            return true;
        } catch (LimitExceededException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%", "_", "%%", "a%", ".*", "[a-z]+", "(", "\\", "'", "''; --", "!", "?", "$1", "{}", ":p0", "\n", " "
            })
    void marksOfOtherLanguagesAreNoLanguageHere(String typed) {
        try (TestDatabase database = TestDatabases.h2()) {
            WatchedPool pool = new WatchedPool(database.dataSource());
            try (Crm crm = Crm.builder()
                    .storage(JpaStorage.builder(pool.dataSource()).build())
                    .build()) {
                CrmSession host = crm.as(Actor.host("exchange"));
                host.customers().register(RegisterCustomer.named("Priya", "Kumar"));
                host.customers().suggest(typed, MOST);
                pool.reset();

                assertThat(host.customers().suggest(typed, MOST).hits()).isEmpty();
                assertThat(pool.statements()).hasSizeLessThanOrEqualTo(4);
            }
        }
    }

    @Test
    void aVeryLongTextIsRefusedBeforeAnythingIsAsked() {
        try (Crm crm = Crm.builder().storage(MemoryStorage.create()).build()) {
            CrmSession host = crm.as(Actor.host("exchange"));
            String typed = "ali ".repeat(2_560);

            assertThat(refusedFields(() -> host.customers().suggest(typed, MOST)))
                    .containsExactly("text");
            assertThat(refusedFields(
                            () -> host.customers().search(CustomerQuery.containing(typed), PageRequest.first())))
                    .containsExactly("text");
        }
    }
}
