package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;

class H2JoinedContractTest extends JoinedContract {
    H2JoinedContractTest() {
        super(TestDatabases.h2(), Deadlock.OF_H2);
    }
}
