package io.crmkit.storage.jpa;

import io.crmkit.servers.Postgres;
import io.crmkit.storage.jpa.internal.sql.Database;

class PostgresSchemaContractTest extends SchemaContract {
    PostgresSchemaContractTest() {
        super(() -> Postgres.shared().newDatabase(), Database.POSTGRESQL);
    }
}
