package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabases;

class H2OddNamesTest extends DatabaseContract {
    H2OddNamesTest() {
        super(TestDatabases.h2(), "s$1", "x_");
    }
}
