package io.crmkit.storage.jpa;

import io.crmkit.servers.TestDatabase;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import io.crmkit.testkit.CrmStorageContract;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The storage contract on one database, which is emptied for each test; Hibernate is started once for all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DatabaseContract extends CrmStorageContract {
    private final TestDatabase database;
    private final UnaryOperator<JpaStorageBuilder> options;
    private final Tables tables;
    private final JpaStorage shared;

    protected DatabaseContract(TestDatabase database, String schema, String prefix) {
        this.database = database;
        this.options = builder -> (schema.isEmpty() ? builder : builder.schema(schema)).tablePrefix(prefix);
        this.shared = open();
        this.tables = new Tables(database, schema, prefix);
    }

    private JpaStorage open() {
        return options.apply(JpaStorage.builder(database.dataSource())).build();
    }

    @Override
    protected CrmStorage createStorage() {
        tables.empty();
        return new View(shared);
    }

    @Override
    protected CrmStorage reopenStorage() {
        return open();
    }

    @AfterAll
    void close() {
        shared.close();
        database.close();
    }

    /** A storage that is closed without the one behind it. */
    private static final class View implements CrmStorage {
        private final JpaStorage storage;
        private volatile boolean closed;

        View(JpaStorage storage) {
            this.storage = storage;
        }

        @Override
        public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            return storage.inTransaction(work);
        }

        @Override
        public Set<StorageCapability> capabilities() {
            return storage.capabilities();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
