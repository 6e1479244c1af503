package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;

class MariaDbJoinedContractTest extends JoinedContract {
    MariaDbJoinedContractTest() {
        super(TestDatabases.mariadb(), Deadlock.OF_MARIADB);
    }
}
