package io.crmkit.storage.jpa.joining;

import io.crmkit.servers.H2;
import io.crmkit.servers.MariaDb;
import io.crmkit.servers.Postgres;
import io.crmkit.servers.TestDatabase;
import org.junit.jupiter.api.Nested;

class JoiningConnectionTest {
    @Nested
    class OnH2 extends JoiningConnectionRules {
        @Override
        TestDatabase database() {
            return H2.newDatabase();
        }
    }

    @Nested
    class OnPostgres extends JoiningConnectionRules {
        @Override
        TestDatabase database() {
            return Postgres.shared().newDatabase();
        }
    }

    @Nested
    class OnMariaDb extends JoiningConnectionRules {
        @Override
        TestDatabase database() {
            return MariaDb.shared().newDatabase();
        }
    }
}
