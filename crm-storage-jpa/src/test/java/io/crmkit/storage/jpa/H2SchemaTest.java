package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;
import io.crmkit.storage.jpa.internal.sql.Database;

class H2SchemaTest extends SchemaContract {
    H2SchemaTest() {
        super(TestDatabases::h2, Database.H2);
    }
}
