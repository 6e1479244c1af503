package io.crmkit.examples.host;

import static io.crmkit.examples.host.ExchangeDatabase.HOST;

import io.crmkit.Crm;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.NotFoundException;
import io.crmkit.examples.Console;
import io.crmkit.storage.jpa.JpaStorage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.cfg.Configuration;

/** A host with entities of its own: the ticket goes with the withdrawal, and a call that fails costs nothing else. */
public final class WithdrawalWithHibernateMain {
    private static final CustomerId NOBODY = new CustomerId(UUID.fromString("01900000-0000-7000-8000-000000000001"));

    private WithdrawalWithHibernateMain() {}

    /** Runs it. */
    public static void main(String[] args) throws SQLException {
        run(Console.standard());
    }

    static void run(Console console) throws SQLException {
        try (ExchangeDatabase exchange = new ExchangeDatabase("hibernate");
                EntityManagerFactory entities = entities(exchange.dataSource());
                JpaStorage storage = JpaStorage.builder(exchange.dataSource()).build();
                Crm crm = Crm.builder().storage(storage).build()) {
            CustomerId murugan = crm.as(HOST)
                    .customers()
                    .register(RegisterCustomer.named("முருகன்", "செல்வம்"))
                    .id();

            try (EntityManager host = entities.createEntityManager()) {
                host.getTransaction().begin();
                host.persist(Withdrawal.of(981, "0.25"));
                crm.joining(storage.host(host)).as(HOST).tickets().open(ExchangeDatabase.review(murugan, 981));
                host.getTransaction().commit();
            }
            console.print("after a commit: " + exchange.state(crm));

            try (EntityManager host = entities.createEntityManager()) {
                host.getTransaction().begin();
                host.persist(Withdrawal.of(982, "17"));
                crm.joining(storage.host(host)).as(HOST).tickets().open(ExchangeDatabase.review(murugan, 982));
                host.getTransaction().rollback();
            }
            console.print("after a rollback: " + exchange.state(crm));

            try (EntityManager host = entities.createEntityManager()) {
                host.getTransaction().begin();
                host.persist(Withdrawal.of(983, "3"));
                try {
                    crm.joining(storage.host(host)).as(HOST).tickets().open(ExchangeDatabase.review(NOBODY, 983));
                } catch (NotFoundException e) {
                    console.print("no ticket: " + e.code());
                }
                host.getTransaction().commit();
            }
            console.print("the withdrawal stays: " + exchange.state(crm));
        }
    }

    private static EntityManagerFactory entities(DataSource dataSource) {
        Configuration configuration = new Configuration().addAnnotatedClass(Withdrawal.class);
        configuration.getProperties().put("hibernate.connection.datasource", dataSource);
        return configuration.buildSessionFactory();
    }
}
