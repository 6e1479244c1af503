package io.crmkit.storage.jpa;

import io.crmkit.servers.Postgres;

class PostgresJoinedContractTest extends JoinedContract {
    PostgresJoinedContractTest() {
        super(Postgres.shared().newDatabase(), Deadlock.OF_POSTGRESQL);
    }
}
