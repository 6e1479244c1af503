package io.crmkit.storage.memory;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.testkit.CrmStorageContract;

/** That the memory storage is one. */
class MemoryStorageTest extends CrmStorageContract {
    @Override
    protected CrmStorage createStorage() {
        return MemoryStorage.create();
    }
}
