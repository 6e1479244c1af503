package io.crmkit.storage.jpa;

import io.crmkit.servers.Postgres;

class PostgresOddNamesTest extends DatabaseContract {
    PostgresOddNamesTest() {
        super(Postgres.shared().newDatabase(), "s$1", "x_");
    }
}
