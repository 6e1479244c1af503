package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;

class MariaDbContractTest extends DatabaseContract {
    MariaDbContractTest() {
        super(TestDatabases.mariadb(), "", "crm_");
    }
}
