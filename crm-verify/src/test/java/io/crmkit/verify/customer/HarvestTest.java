package io.crmkit.verify.customer;

import static io.crmkit.verify.Desk.refusal;
import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.LimitExceededException;
import io.crmkit.error.StorageException;
import io.crmkit.id.SubjectRef;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.servers.WatchedPool;
import io.crmkit.spi.limit.LimitDecision;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.FaultyStorage;
import io.crmkit.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    @Test
    void theAuditTellsOnceWhoWalkedThroughTheAlphabet() {
        MutableClock clock = new MutableClock(Instant.parse("2026-03-20T14:46:00Z"));
        MemoryStorage storage = MemoryStorage.create();
        try (Crm crm = Crm.builder().storage(storage).clock(clock).build()) {
            Actor sara = Actor.agent("sara", Role.SUPPORT_AGENT);
            CrmSession script = crm.as(sara);
            assertThat(limits(storage)).isEmpty();
            for (int i = 0; i < 200; i++) {
                mayGoOn(script, i);
            }
            assertThat(limits(storage)).singleElement().satisfies(entry -> {
                assertThat(entry.by()).isEqualTo(sara.ref());
                assertThat(entry.at()).isEqualTo(clock.instant());
                assertThat(entry.target()).isEqualTo(new SubjectRef("limit", "READ"));
            });

            clock.advance(Duration.ofMinutes(10));
            for (int i = 0; i < 200; i++) {
                mayGoOn(script, i);
            }
            assertThat(limits(storage)).hasSize(2);
        }
    }

    @Test
    void whatTheAuditCouldNotTakeIsToldByTheNextRefusal() {
        MemoryStorage memory = MemoryStorage.create();
        FaultyStorage storage = new FaultyStorage(memory);
        try (Crm crm = Crm.builder()
                .storage(storage)
                .rateLimiter((key, cost) -> LimitDecision.refuse(Duration.ofSeconds(1)))
                .build()) {
            CrmSession script = crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
            storage.failAtCommit(new StorageException("down", new IllegalStateException()));
            LimitExceededException refused = refusal(
                    LimitExceededException.class, () -> script.customers().suggest("a", MOST));
            assertThat(refused.getSuppressed()).hasSize(1);
            assertThat(limits(memory)).isEmpty();

            refusal(LimitExceededException.class, () -> script.customers().suggest("b", MOST));
            assertThat(limits(memory)).hasSize(1);
        }
    }

    private static List<AuditEntry> limits(CrmStorage storage) {
        return storage
                .inTransaction(tx ->
                        tx.audit().list(AuditCriteria.within(Reach.all()), Slice.first(SortOrder.OLDEST_FIRST, 1_000)))
                .stream()
                .filter(entry -> entry.action() == AuditAction.LIMIT_REACHED)
                .toList();
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
