package io.crmkit.storage.jpa;

import io.crmkit.servers.MariaDb;
import io.crmkit.storage.jpa.internal.sql.Database;

class MariaDbSchemaTest extends SchemaContract {
    MariaDbSchemaTest() {
        super(() -> MariaDb.shared().newDatabase(), Database.MARIADB);
    }
}
