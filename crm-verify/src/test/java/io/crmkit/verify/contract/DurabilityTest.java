package io.crmkit.verify.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.CrmStorageContract;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The contract opens durable storages anew, and finds out those that only say that they are. */
class DurabilityTest {
    private static final String RULE = "Lifecycle.whatADurableStorageCommittedIsThereAfterOpeningAnew";

    @Test
    void aDurableStorageIsGreen() {
        assertThat(ContractRun.of(Durable.class, Map.of()).failed()).isEmpty();
    }

    @Test
    void aStorageThatForgetsIsFoundOut() {
        assertThat(ContractRun.of(Forgetful.class, Map.of()).failed()).containsOnlyKeys(RULE);
    }

    @Test
    void aTestThatCannotOpenAnewIsFoundOut() {
        assertThat(ContractRun.of(WithoutReopening.class, Map.of()).failed()).containsOnlyKeys(RULE);
    }

    /** Stays open behind what is closed, as a database does. */
    private record Connection(CrmStorage database, AtomicBoolean closed) implements CrmStorage {
        Connection(CrmStorage database) {
            this(database, new AtomicBoolean());
        }

        @Override
        public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
            if (closed.get()) {
                throw new IllegalStateException("closed");
            }
            return database.inTransaction(work);
        }

        @Override
        public Set<StorageCapability> capabilities() {
            return Set.of(StorageCapability.DURABLE);
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }

    static class WithoutReopening extends CrmStorageContract {
        final CrmStorage database = MemoryStorage.create();

        @Override
        protected CrmStorage createStorage() {
            return new Connection(database);
        }
    }

    static class Durable extends WithoutReopening {
        @Override
        protected CrmStorage reopenStorage() {
            return new Connection(database);
        }
    }

    static class Forgetful extends WithoutReopening {
        @Override
        protected CrmStorage reopenStorage() {
            return new Connection(MemoryStorage.create());
        }
    }
}
