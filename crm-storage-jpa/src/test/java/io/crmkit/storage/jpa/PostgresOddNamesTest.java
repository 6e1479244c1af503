package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;

class PostgresOddNamesTest extends DatabaseContract {
    PostgresOddNamesTest() {
        super(TestDatabases.postgres(), "s$1", "x_");
    }
}
