package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;

class PostgresContractTest extends DatabaseContract {
    PostgresContractTest() {
        super(TestDatabases.postgres(), "", "crm_");
    }
}
