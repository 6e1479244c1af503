package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;
import io.crmkit.storage.jpa.internal.sql.Database;

class MariaDbSchemaTest extends SchemaContract {
    MariaDbSchemaTest() {
        super(TestDatabases::mariadb, Database.MARIADB);
    }
}
