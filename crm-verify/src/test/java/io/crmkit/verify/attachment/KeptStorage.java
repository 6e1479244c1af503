package io.crmkit.verify.attachment;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import java.util.Set;
import java.util.function.Function;

/** A storage that outlives the CRM that closes it, as a database does. */
record KeptStorage(CrmStorage target) implements CrmStorage {
    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        return target.inTransaction(work);
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return target.capabilities();
    }

    @Override
    public void close() {
        // Goes on.
    }
}
