package io.crmkit.storage.jpa;

import io.crmkit.servers.H2;
import io.crmkit.storage.jpa.internal.sql.Database;

class H2SchemaTest extends SchemaContract {
    H2SchemaTest() {
        super(H2::newDatabase, Database.H2);
    }
}
