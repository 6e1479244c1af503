package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;

class H2ContractTest extends DatabaseContract {
    H2ContractTest() {
        super(TestDatabases.h2(), "", "crm_");
    }
}
