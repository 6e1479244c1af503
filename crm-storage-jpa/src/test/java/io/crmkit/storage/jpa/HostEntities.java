package io.crmkit.storage.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import javax.sql.DataSource;
import org.hibernate.cfg.Configuration;

/** A host's own entities, one of them named as one of the CRM's records is. */
final class HostEntities {
    private HostEntities() {}

    static EntityManagerFactory over(DataSource dataSource) {
        Configuration configuration =
                new Configuration().addAnnotatedClass(Withdrawal.class).addAnnotatedClass(Ticket.class);
        configuration.getProperties().put("hibernate.connection.datasource", dataSource);
        configuration.getProperties().put("hibernate.hbm2ddl.auto", "none");
        return configuration.buildSessionFactory();
    }

    @Entity(name = "Withdrawal")
    @Table(name = "host_withdrawal")
    static class Withdrawal {
        @Id
        @Column(name = "id")
        int id;

        @Column(name = "amount")
        int amount;

        static Withdrawal of(int id) {
            Withdrawal withdrawal = new Withdrawal();
            withdrawal.id = id;
            withdrawal.amount = 100;
            return withdrawal;
        }
    }

    /** A lottery's. */
    @Entity(name = "Ticket")
    @Table(name = "ticket")
    static class Ticket {
        @Id
        @Column(name = "id")
        int id;
    }
}
