package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabase;
import io.crmkit.storage.jpa.internal.sql.Database;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** What a host may rely on about the tables, on one database. */
abstract class SchemaContract {
    private final Supplier<TestDatabase> databases;
    private final Database kind;
    private Schemas schemas;

    SchemaContract(Supplier<TestDatabase> databases, Database kind) {
        this.databases = databases;
        this.kind = kind;
    }

    @BeforeEach
    void newDatabase() {
        schemas = new Schemas(databases.get(), kind);
    }

    @AfterEach
    void close() {
        schemas.close();
    }

    @Nested
    class Modes extends SchemaModeRules {
        @Override
        Schemas schemas() {
            return schemas;
        }
    }

    @Nested
    class Scripts extends SchemaScriptRules {
        @Override
        Schemas schemas() {
            return schemas;
        }
    }

    @Nested
    class Restarts extends SchemaRestartRules {
        @Override
        Schemas schemas() {
            return schemas;
        }
    }
}
