package io.crmkit.verify.contract;

import io.crmkit.spi.file.FileStore;
import io.crmkit.storage.memory.MemoryFileStore;
import io.crmkit.testkit.FaultyFileStore;
import io.crmkit.testkit.FileStoreContract;

/** Without a fault the faulty file store keeps the whole contract. */
class FaultyFileStoreContractTest extends FileStoreContract {
    @Override
    protected FileStore createStore() {
        return new FaultyFileStore(MemoryFileStore.create());
    }
}
