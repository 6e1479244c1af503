package io.crmkit.storage.jpa.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.DuplicateException;
import io.crmkit.page.PageRequest;
import io.crmkit.servers.TestDatabase;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketQuery;
import jakarta.persistence.EntityManager;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host with an entity manager of its own, over the pool that the CRM has too. */
abstract class JoiningEntityManagerRules {
    private Exchange exchange;
    private SessionFactory factory;
    private EntityManager manager;
    private Crm joined;

    abstract TestDatabase database();

    @BeforeEach
    void begin() {
        exchange = new Exchange(database(), 2);
        Configuration configuration = new Configuration().addAnnotatedClass(Withdrawal.class);
        configuration.getProperties().put("hibernate.connection.datasource", exchange.pool());
        factory = configuration.buildSessionFactory();
        manager = factory.openSession();
        manager.getTransaction().begin();
        joined = exchange.crm.joining(exchange.storage.host(manager));
    }

    @AfterEach
    void end() {
        manager.close();
        factory.close();
        exchange.close();
    }

    private void assertCommitted(int withdrawals, Ticket... tickets) {
        assertThat(exchange.withdrawals()).isEqualTo(withdrawals);
        assertThat(Exchange.as(exchange.crm)
                        .tickets()
                        .list(TicketQuery.all(), PageRequest.first())
                        .items())
                .containsExactly(tickets);
    }

    @Test
    void bothAreThereWhenTheHostCommits() {
        manager.persist(Withdrawal.of(1));
        Ticket ticket = exchange.open(joined);
        manager.getTransaction().commit();

        assertCommitted(1, ticket);
    }

    @Test
    void noneIsThereWhenTheHostRollsBack() {
        manager.persist(Withdrawal.of(1));
        exchange.open(joined);
        manager.getTransaction().rollback();

        assertCommitted(0);
    }

    @Test
    void whatTheHostHasNotSentYetIsSentBeforeACall() {
        manager.persist(Withdrawal.of(1));

        int seen = exchange.storage
                .host(manager)
                .inTransaction(
                        tx -> manager.unwrap(org.hibernate.Session.class).doReturningWork(Exchange::withdrawals));

        assertThat(seen).isOne();
    }

    @Test
    void aFailedCallLeavesTheHostsTransactionUsable() {
        manager.persist(Withdrawal.of(1));
        assertThatThrownBy(() -> Exchange.as(joined)
                        .customers()
                        .register(RegisterCustomer.named("A", "B").username("ali")))
                .isInstanceOf(DuplicateException.class);
        manager.persist(Withdrawal.of(2));
        Ticket ticket = exchange.open(joined);
        manager.getTransaction().commit();

        assertCommitted(2, ticket);
    }

    @Test
    void anEntityManagerWithoutATransactionIsRefused() {
        manager.getTransaction().rollback();

        assertThatThrownBy(() -> exchange.open(joined))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no transaction to join");
    }

    @Test
    void theHostsEntitiesAndTheCrmsDoNotMeet() {
        assertThat(factory.getMetamodel().getEntities())
                .extracting(type -> (Object) type.getJavaType())
                .containsExactly(Withdrawal.class);
    }
}
