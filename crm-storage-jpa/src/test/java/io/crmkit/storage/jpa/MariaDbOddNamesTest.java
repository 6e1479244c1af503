package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;

class MariaDbOddNamesTest extends DatabaseContract {
    MariaDbOddNamesTest() {
        super(TestDatabases.mariadb(), "s$1", "x_");
    }
}
