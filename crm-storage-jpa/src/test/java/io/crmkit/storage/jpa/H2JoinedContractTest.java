package io.crmkit.storage.jpa;

import io.crmkit.servers.H2;

class H2JoinedContractTest extends JoinedContract {
    H2JoinedContractTest() {
        super(H2.newDatabase(), Deadlock.OF_H2);
    }
}
