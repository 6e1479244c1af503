package io.crmkit.storage.jpa;

import io.crmkit.servers.H2;

class H2OddNamesTest extends DatabaseContract {
    H2OddNamesTest() {
        super(H2.newDatabase(), "s$1", "x_");
    }
}
