package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;

class PostgresJoinedContractTest extends JoinedContract {
    PostgresJoinedContractTest() {
        super(TestDatabases.postgres(), Deadlock.OF_POSTGRESQL);
    }
}
