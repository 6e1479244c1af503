package io.crmkit.verify.contract;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.CrmStorageContract;
import io.crmkit.testkit.FaultyStorage;

/** Without a fault the faulty storage keeps the whole contract. */
class FaultyStorageContractTest extends CrmStorageContract {
    @Override
    protected CrmStorage createStorage() {
        return new FaultyStorage(MemoryStorage.create());
    }
}
