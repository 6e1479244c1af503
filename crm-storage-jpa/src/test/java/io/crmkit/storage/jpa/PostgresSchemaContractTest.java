package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;
import io.crmkit.storage.jpa.internal.sql.Database;

class PostgresSchemaContractTest extends SchemaContract {
    PostgresSchemaContractTest() {
        super(() -> TestDatabases.postgres(), Database.POSTGRESQL);
    }
}
