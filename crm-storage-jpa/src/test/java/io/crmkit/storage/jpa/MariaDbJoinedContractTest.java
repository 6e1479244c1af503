package io.crmkit.storage.jpa;

import io.crmkit.servers.MariaDb;

class MariaDbJoinedContractTest extends JoinedContract {
    MariaDbJoinedContractTest() {
        super(MariaDb.shared().newDatabase(), Deadlock.OF_MARIADB);
    }
}
