package io.crmkit.verify.contract;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.CountingStorage;
import io.crmkit.testkit.CrmStorageContract;

/** Counting changes nothing: the whole contract is kept. */
class CountingStorageContractTest extends CrmStorageContract {
    @Override
    protected CrmStorage createStorage() {
        return new CountingStorage(MemoryStorage.create());
    }
}
