package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.TeamId;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.servers.WatchedPool;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.staff.Team;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often the database is asked, below what the contract sees. */
class RoundTripsTest {
    private static final TicketId TICKET = new TicketId(new UUID(0x0190_0000_0000_7000L, 1));

    @Test
    void rowsThatGoTogetherAreThereAfterEachCall() {
        try (TestDatabase database = TestDatabases.h2()) {
            WatchedPool counted = new WatchedPool(database.dataSource());
            try (JpaStorage storage = JpaStorage.builder(counted.dataSource()).build()) {
                counted.reset();
                storage.inTransaction(tx -> {
                    tx.ticketEvents().append(events(1, 2));
                    assertThat(tx.ticketEvents().of(TICKET)).hasSize(2);
                    tx.ticketEvents().append(events(3, 7));
                    assertThat(tx.ticketEvents().of(TICKET)).hasSize(7);
                    tx.ticketEvents().append(events(8, 10));
                    tx.ticketEvents().append(events(11, 11));
                    return true;
                });

                assertThat(counted.statementsWithout("ticket_number\"")).hasSize(6);
                assertThat(storage.<List<TicketEvent>>inTransaction(
                                tx -> tx.ticketEvents().of(TICKET)))
                        .isEqualTo(events(1, 11));
            }
        }
    }

    @Test
    void oneOfSeveralRowsIsRefusedAtTheCall() {
        try (TestDatabase database = TestDatabases.h2();
                JpaStorage storage = JpaStorage.builder(database.dataSource()).build()) {
            assertThatExceptionOfType(DuplicateKeyException.class)
                    .isThrownBy(() -> storage.inTransaction(tx -> {
                        tx.ticketEvents().append(events(1, 3));
                        TicketEvent again = event(100, 2);
                        assertThatExceptionOfType(DuplicateKeyException.class)
                                .isThrownBy(
                                        () -> tx.ticketEvents().append(List.of(event(101, 4), again, event(102, 5))))
                                .satisfies(e -> assertThat(e.key()).isEqualTo("sequence"));
                        throw new DuplicateKeyException("sequence");
                    }));
        }
    }

    @Test
    void aPoolThatLimitsWaitingIsToldNothing() {
        try (TestDatabase database = TestDatabases.postgres()) {
            assertThat(sentForOneTeam(database, "select 1"))
                    .anySatisfy(sql -> assertThat(sql).contains("lock_timeout"))
                    .anySatisfy(sql -> assertThat(sql).contains("isolation"));
            assertThat(sentForOneTeam(database, "set lock_timeout = '2s'"))
                    .noneSatisfy(sql -> assertThat(sql).contains("lock_timeout"));
            assertThat(sentForOneTeam(database, "set lock_timeout = '10s'"))
                    .anySatisfy(sql -> assertThat(sql).contains("lock_timeout"));
        }
    }

    private static List<String> sentForOneTeam(TestDatabase database, String init) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(2);
        config.setConnectionInitSql(init);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            WatchedPool counted = new WatchedPool(pool);
            try (JpaStorage storage = JpaStorage.builder(counted.dataSource()).build()) {
                storage.inTransaction(tx -> tx.staff().teams());
                counted.reset();
                storage.inTransaction(tx -> {
                    tx.staff().save(Team.ledBy(TeamId.SUPPORT, "leila"));
                    return true;
                });
                return counted.statements();
            }
        }
    }

    private static List<TicketEvent> events(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> event(i, i)).toList();
    }

    private static TicketEvent event(int id, int sequence) {
        return new TicketEvent(
                new UUID(0x0190_0000_0000_7000L, 1_000 + id),
                TICKET,
                sequence,
                Instant.parse("2026-03-20T14:46:00Z"),
                new ActorRef(ActorKind.AGENT, new ActorId("sara")),
                TicketEventKind.TAGS,
                Optional.empty(),
                Optional.of("பணம்"));
    }
}
