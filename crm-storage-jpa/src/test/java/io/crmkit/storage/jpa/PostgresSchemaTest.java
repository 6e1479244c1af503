package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;
import io.crmkit.storage.jpa.internal.sql.Database;

class PostgresSchemaTest extends SchemaContract {
    PostgresSchemaTest() {
        super(TestDatabases::postgres, Database.POSTGRESQL);
    }
}
