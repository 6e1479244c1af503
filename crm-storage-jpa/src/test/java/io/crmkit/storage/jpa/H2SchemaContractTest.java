package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;
import io.crmkit.storage.jpa.internal.sql.Database;

class H2SchemaContractTest extends SchemaContract {
    H2SchemaContractTest() {
        super(TestDatabases::h2, Database.H2);
    }
}
