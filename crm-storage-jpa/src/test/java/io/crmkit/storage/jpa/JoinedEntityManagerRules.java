package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.storage.jpa.HostEntities.Withdrawal;
import io.crmkit.ticket.Ticket;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.metamodel.EntityType;
import java.sql.SQLException;
import java.util.Map;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host that works with entities of its own, in a session factory of its own over the same pool. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JoinedEntityManagerRules {
    private final Exchange exchange;
    private final EntityManagerFactory factory;

    JoinedEntityManagerRules(Exchange exchange) {
        this.exchange = exchange;
        this.factory = HostEntities.over(exchange.one());
    }

    @AfterAll
    void close() {
        factory.close();
    }

    private CrmSession desk(EntityManager host) {
        return exchange.joining(exchange.storage.host(host));
    }

    @Test
    void aCommitKeepsTheEntityAndTheTicket() throws SQLException {
        Ticket ticket;
        try (EntityManager host = factory.createEntityManager()) {
            host.getTransaction().begin();
            host.persist(Withdrawal.of(981));
            ticket = desk(host).tickets().open(exchange.question("برداشت من انجام نشد"));
            host.getTransaction().commit();
        }

        assertThat(exchange.withdrawals()).containsExactly(981);
        assertThat(exchange.desk().tickets().get(ticket.id())).isEqualTo(ticket);
    }

    @Test
    void aRollbackLeavesNeitherAndSendsNothing() throws SQLException {
        Map<String, Integer> before = exchange.tables.counts();
        try (EntityManager host = factory.createEntityManager()) {
            host.getTransaction().begin();
            host.persist(Withdrawal.of(981));
            desk(host).tickets().open(exchange.question("Withdrawal"));
            host.getTransaction().rollback();
        }
        exchange.crm.runDue();

        assertThat(exchange.withdrawals()).isEmpty();
        assertThat(exchange.tables.counts()).isEqualTo(before);
        assertThat(exchange.sms.attempts()).isZero();
    }

    @Test
    void whatTheHostHasNotSentYetIsThereWhenTheCallWorks() {
        try (EntityManager host = factory.createEntityManager()) {
            host.setFlushMode(FlushModeType.COMMIT);
            host.getTransaction().begin();
            Withdrawal withdrawal = Withdrawal.of(981);
            host.persist(withdrawal);
            assertThat(rows(host)).isZero();

            exchange.storage.host(host).inTransaction(tx -> {
                assertThat(rows(host)).isEqualTo(1);
                return true;
            });

            assertThat(host.contains(withdrawal)).isTrue();
            host.getTransaction().rollback();
        }
    }

    private static int rows(EntityManager host) {
        return host.unwrap(Session.class)
                .doReturningWork(connection -> Exchange.withdrawals(connection).size());
    }

    @ParameterizedTest
    @EnumSource(FailingCall.class)
    void theHostsTransactionGoesOnAfterACallThatFailed(FailingCall call) throws SQLException {
        Ticket ticket;
        try (EntityManager host = factory.createEntityManager()) {
            host.getTransaction().begin();
            host.persist(Withdrawal.of(1));
            ticket = desk(host).tickets().open(exchange.question("برداشت").once("form-1"));

            assertThatThrownBy(() ->
                            host.unwrap(Session.class).doWork(connection -> call.make(exchange, connection, ticket)))
                    .isInstanceOf(call.failure);

            assertThat(host.getTransaction().getRollbackOnly()).isFalse();
            host.persist(Withdrawal.of(2));
            host.getTransaction().commit();
        }

        assertThat(exchange.withdrawals()).containsExactly(1, 2);
        assertThat(exchange.desk().tickets().get(ticket.id())).isEqualTo(ticket);
    }

    @Test
    void aCallThatFailsLeavesTheEntityManagerAsItWas() throws SQLException {
        try (EntityManager host = factory.createEntityManager()) {
            host.getTransaction().begin();
            Withdrawal withdrawal = Withdrawal.of(1);
            host.persist(withdrawal);

            assertThatThrownBy(() -> exchange.storage.host(host).inTransaction(tx -> {
                        tx.tickets().nextNumber();
                        throw new IllegalStateException("planted");
                    }))
                    .hasMessage("planted");

            assertThat(host.contains(withdrawal)).isTrue();
            assertThat(host.getTransaction().getRollbackOnly()).isFalse();
            withdrawal.amount = 7;
            host.getTransaction().commit();
        }

        assertThat(exchange.withdrawals()).containsExactly(1);
    }

    @Test
    void anEntityManagerWithoutATransactionIsRefused() throws SQLException {
        Map<String, Integer> before = exchange.tables.counts();
        try (EntityManager host = factory.createEntityManager()) {
            assertThatThrownBy(() -> desk(host).tickets().open(exchange.question("Withdrawal")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("begin one on the entity manager first");
        }
        assertThat(exchange.tables.counts()).isEqualTo(before);
    }

    @Test
    void theHostsEntitiesAndTheCrmsDoNotMeet() {
        assertThat(factory.getMetamodel().getEntities())
                .extracting(EntityType::getName)
                .containsExactlyInAnyOrder("Withdrawal", "Ticket");
    }

    @Test
    void noSecondConnectionIsTaken() throws SQLException {
        HikariDataSource pool = exchange.one();
        try (EntityManager host = factory.createEntityManager()) {
            host.getTransaction().begin();
            host.persist(Withdrawal.of(1));
            int before = exchange.pool.lent();

            desk(host).tickets().open(exchange.question("Withdrawal"));

            assertThat(exchange.pool.lent()).isEqualTo(before);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
            host.getTransaction().commit();
        }
    }
}
