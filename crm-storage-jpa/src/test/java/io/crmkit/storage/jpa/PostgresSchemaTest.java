package io.crmkit.storage.jpa;

import io.crmkit.servers.Postgres;
import io.crmkit.storage.jpa.internal.sql.Database;

class PostgresSchemaTest extends SchemaContract {
    PostgresSchemaTest() {
        super(() -> Postgres.shared().newDatabase(), Database.POSTGRESQL);
    }
}
