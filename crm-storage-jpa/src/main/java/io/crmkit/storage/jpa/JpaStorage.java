package io.crmkit.storage.jpa;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import io.crmkit.storage.jpa.internal.sql.Transactions;
import io.crmkit.storage.jpa.internal.store.JpaTransaction;
import io.crmkit.storage.jpa.internal.store.SearchTables;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/**
 * A storage in the host's own database, in tables of its own, through a session factory of its own: the host's entities,
 * caches and settings do not meet the CRM's.
 *
 * <p>A call of the CRM takes one connection of the pool, for one transaction with a snapshot of its own: repeatable read
 * in PostgreSQL and MariaDB, SNAPSHOT in H2. A writer waits for another one for three seconds at most. A pool whose
 * connections come with that level, and in PostgreSQL with a {@code lock_timeout} of at most three seconds, spares a
 * round trip for each transaction, and another one for each that writes.
 *
 * <p>Inside a transaction of the host's, work with {@link #host(Connection)} or {@link #host(EntityManager)}:
 *
 * <pre>{@code
 * connection.setAutoCommit(false);
 * withdrawals.insert(connection, withdrawal);
 * crm.joining(storage.host(connection)).as(desk).tickets().open(ticket);
 * connection.commit();                                    // both rows or none
 * }</pre>
 *
 * <p>Thread-safe; make one and share it. {@link #close()} leaves the pool open.
 */
public final class JpaStorage implements CrmStorage {
    private final SessionFactory factory;
    private final Transactions transactions;
    private final SearchTables tables;
    private volatile boolean closed;

    JpaStorage(SessionFactory factory, Transactions transactions, SearchTables tables) {
        this.factory = factory;
        this.transactions = transactions;
        this.tables = tables;
    }

    /** Begins a storage over the host's pool, which may be of any kind. */
    public static JpaStorageBuilder builder(DataSource dataSource) {
        return new JpaStorageBuilder(dataSource);
    }

    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        refuseIfClosed();
        return transactions.own(unit -> work.apply(new JpaTransaction(unit, tables)));
    }

    /**
     * The storage inside the transaction that the host began on a connection to the same database. Calls see what the
     * host wrote, and what they write is there for others when the host commits. They never commit, roll back, close or
     * set anything on the connection, and take no other one. A call that throws leaves the host's transaction as it was
     * before that call, usable. What isolation there is, is the host's.
     *
     * <p>For {@code Crm.joining}. To be used by the connection's thread, and until the transaction ends.
     */
    public CrmStorage host(Connection connection) {
        return new JoinedStorage(this, connection);
    }

    /**
     * The same inside the transaction of the host's entity manager, which must be Hibernate's. What it has not sent yet is
     * sent before each call.
     */
    public CrmStorage host(EntityManager entityManager) {
        return new JoinedEntityManager(this, entityManager);
    }

    <T> T joined(Connection connection, Function<? super CrmTransaction, ? extends T> work) {
        refuseIfClosed();
        Objects.requireNonNull(connection, "connection");
        return transactions.joined(connection, unit -> work.apply(new JpaTransaction(unit, tables)));
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return Set.of(StorageCapability.DURABLE);
    }

    @Override
    public void close() {
        closed = true;
        factory.close();
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("the storage is closed");
        }
    }
}
