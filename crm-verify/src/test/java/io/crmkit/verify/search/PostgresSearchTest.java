package io.crmkit.verify.search;

import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;

class PostgresSearchTest extends DatabaseSearchRules {
    @Override
    TestDatabase database() {
        return TestDatabases.postgres();
    }
}
