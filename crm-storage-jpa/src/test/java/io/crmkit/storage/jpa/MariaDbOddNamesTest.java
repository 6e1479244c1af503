package io.crmkit.storage.jpa;

import io.crmkit.servers.MariaDb;

class MariaDbOddNamesTest extends DatabaseContract {
    MariaDbOddNamesTest() {
        super(MariaDb.shared().newDatabase(), "s$1", "x_");
    }
}
