package io.crmkit.verify.search;

import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;

class H2SearchTest extends DatabaseSearchRules {
    @Override
    TestDatabase database() {
        return TestDatabases.h2();
    }
}
