package io.crmkit.storage.jpa;

import io.crmkit.servers.MariaDb;
import io.crmkit.storage.jpa.internal.sql.Database;

class MariaDbSchemaContractTest extends SchemaContract {
    MariaDbSchemaContractTest() {
        super(() -> MariaDb.shared().newDatabase(), Database.MARIADB);
    }
}
