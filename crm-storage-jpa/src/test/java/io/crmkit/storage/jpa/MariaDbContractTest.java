package io.crmkit.storage.jpa;

import io.crmkit.servers.MariaDb;

class MariaDbContractTest extends DatabaseContract {
    MariaDbContractTest() {
        super(MariaDb.shared().newDatabase(), "", "crm_");
    }
}
