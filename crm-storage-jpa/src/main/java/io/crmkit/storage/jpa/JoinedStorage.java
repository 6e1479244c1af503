package io.crmkit.storage.jpa;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import java.sql.Connection;
import java.util.Set;
import java.util.function.Function;

/** A storage inside the host's transaction on one connection. A call within a call is a part of the same transaction. */
record JoinedStorage(JpaStorage storage, Connection connection) implements CrmStorage {
    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        return storage.joined(connection, work);
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return storage.capabilities();
    }

    /** The connection is the host's. */
    @Override
    public void close() {}
}
