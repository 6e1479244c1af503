package io.crmkit.storage.jpa;

import io.crmkit.servers.H2;

class H2ContractTest extends DatabaseContract {
    H2ContractTest() {
        super(H2.newDatabase(), "", "crm_");
    }
}
