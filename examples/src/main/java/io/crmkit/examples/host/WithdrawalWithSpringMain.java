package io.crmkit.examples.host;

import static io.crmkit.examples.host.ExchangeDatabase.HOST;

import io.crmkit.Crm;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.examples.Console;
import io.crmkit.storage.jpa.JpaStorage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;

/** The ticket of a withdrawal in a method with {@code @Transactional}: what rolls back the one rolls back the other. */
public final class WithdrawalWithSpringMain {
    private WithdrawalWithSpringMain() {}

    /** Runs it. */
    public static void main(String[] args) throws SQLException {
        run(Console.standard());
    }

    static void run(Console console) throws SQLException {
        try (ExchangeDatabase exchange = new ExchangeDatabase("spring");
                JpaStorage storage = JpaStorage.builder(exchange.dataSource()).build();
                Crm crm = Crm.builder().storage(storage).build();
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(DataSource.class, exchange::dataSource);
            context.registerBean(JpaStorage.class, () -> storage);
            context.registerBean(Crm.class, () -> crm);
            context.register(Beans.class);
            context.refresh();
            tell(console, exchange, crm, context.getBean(Withdrawals.class));
        }
    }

    private static void tell(Console console, ExchangeDatabase exchange, Crm crm, Withdrawals withdrawals)
            throws SQLException {
        CustomerId chen = crm.as(HOST)
                .customers()
                .register(RegisterCustomer.named("Chen", "Petrov"))
                .id();

        withdrawals.request(chen, 981, "0.25");
        console.print("after a commit: " + exchange.state(crm));
        try {
            withdrawals.request(chen, 982, "17");
        } catch (IllegalArgumentException e) {
            console.print("refused: " + e.getMessage());
        }
        console.print("after a rollback: " + exchange.state(crm));
    }

    /** What Spring is told. */
    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Beans {
        @Bean
        PlatformTransactionManager transactions(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        Withdrawals withdrawals(DataSource dataSource, JpaStorage storage, Crm crm) {
            return new Withdrawals(dataSource, storage, crm);
        }
    }

    /** The exchange's own service. */
    static class Withdrawals {
        private final DataSource dataSource;
        private final JpaStorage storage;
        private final Crm crm;

        Withdrawals(DataSource dataSource, JpaStorage storage, Crm crm) {
            this.dataSource = dataSource;
            this.storage = storage;
            this.crm = crm;
        }

        /** Notes the withdrawal and lets somebody look at it; then the last check may still refuse. */
        @Transactional
        public void request(CustomerId customer, long id, String amount) {
            new JdbcTemplate(dataSource).update("insert into withdrawal values (?, ?)", id, new BigDecimal(amount));
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                crm.joining(storage.host(connection)).as(HOST).tickets().open(ExchangeDatabase.review(customer, id));
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
            if (amount.equals("17")) {
                throw new IllegalArgumentException("17 is more than this customer has");
            }
        }
    }
}
