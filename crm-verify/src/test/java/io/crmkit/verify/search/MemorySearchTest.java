package io.crmkit.verify.search;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.memory.MemoryStorage;

class MemorySearchTest extends SearchRules {
    @Override
    CrmStorage open() {
        return MemoryStorage.create();
    }
}
