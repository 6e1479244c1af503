package io.crmkit.storage.jpa;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.Session;

/** A storage inside the transaction of the host's entity manager. */
record JoinedEntityManager(JpaStorage storage, EntityManager entityManager) implements CrmStorage {
    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        if (!entityManager.isJoinedToTransaction()) {
            throw new IllegalStateException("there is no transaction to join: begin one on the entity manager first");
        }
        entityManager.flush();
        return entityManager.unwrap(Session.class).doReturningWork(connection -> storage.joined(connection, work));
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return storage.capabilities();
    }

    /** The entity manager is the host's. */
    @Override
    public void close() {}
}
