package io.crmkit.storage.jpa;

import io.crmkit.servers.Postgres;

class PostgresContractTest extends DatabaseContract {
    PostgresContractTest() {
        super(Postgres.shared().newDatabase(), "", "crm_");
    }
}
