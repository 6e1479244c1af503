package io.crmkit.verify.search;

import io.crmkit.servers.TestDatabase;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.jpa.JpaStorage;
import org.junit.jupiter.api.AfterEach;

/** The same over a database of its own for each test. */
abstract class DatabaseSearchRules extends SearchRules {
    private TestDatabase database;

    /** An empty database. */
    abstract TestDatabase database();

    @Override
    CrmStorage open() {
        database = database();
        return JpaStorage.builder(database.dataSource()).build();
    }

    @AfterEach
    void drop() {
        database.close();
    }
}
