package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;
import io.crmkit.storage.jpa.internal.sql.Database;

class MariaDbSchemaContractTest extends SchemaContract {
    MariaDbSchemaContractTest() {
        super(() -> TestDatabases.mariadb(), Database.MARIADB);
    }
}
