package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** What a host may rely on when the CRM works in its transaction, on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JoinedContract {
    private final Exchange exchange;
    private final Deadlock deadlock;

    JoinedContract(TestDatabase database, Deadlock deadlock) {
        this.exchange = new Exchange(database);
        this.deadlock = deadlock;
    }

    @BeforeEach
    void startAnew() {
        exchange.startAnew();
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @Nested
    class Together extends JoinedTogetherRules {
        Together() {
            super(exchange);
        }
    }

    @Nested
    class ConnectionIsTheHosts extends JoinedConnectionRules {
        ConnectionIsTheHosts() {
            super(exchange);
        }
    }

    @Nested
    class Failures extends JoinedFailureRules {
        Failures() {
            super(exchange);
        }
    }

    @Nested
    class Races extends JoinedRaceRules {
        Races() {
            super(exchange, deadlock);
        }
    }

    @Nested
    class WithEntityManager extends JoinedEntityManagerRules {
        WithEntityManager() {
            super(exchange);
        }
    }
}
