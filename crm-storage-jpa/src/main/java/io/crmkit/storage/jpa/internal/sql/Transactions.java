package io.crmkit.storage.jpa.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/** The CRM's own transactions, on connections of the host's pool, and joined ones, on a connection that the host uses. */
public final class Transactions {
    private final DataSource dataSource;
    private final Database database;
    private final Pool pool;
    private final Sessions sessions;
    private final Reservation reservation;

    /**
     * What the pool's connections come with.
     *
     * @param isolation the level
     * @param limitsWaiting whether a writer waits no longer than it may
     */
    public record Pool(int isolation, boolean limitsWaiting) {}

    /** Prepares them. */
    public Transactions(DataSource dataSource, Database database, Pool pool, SessionFactory factory) {
        this.dataSource = dataSource;
        this.database = database;
        this.pool = pool;
        Numbers numbers = new Numbers();
        this.sessions = new Sessions(factory, database, numbers);
        this.reservation = new Reservation(numbers, () -> once(numbers::reserve));
    }

    /** Runs work once in a transaction of its own. */
    public <T> T own(Function<? super Work, ? extends T> work) {
        reservation.refill();
        return once(work);
    }

    private <T> T once(Function<? super Work, ? extends T> work) {
        try (OwnConnection connection =
                OwnConnection.open(dataSource, database, database.isSnapshot(pool.isolation()))) {
            try {
                T result = sessions.run(connection.jdbc(), () -> limitWaiting(connection.jdbc()), work);
                connection.commit();
                return result;
            } catch (RuntimeException e) {
                if (Failures.cause(e).filter(Failures::isLost).isPresent()) {
                    connection.spoil();
                }
                throw e;
            }
        }
    }

    private void limitWaiting(Connection connection) throws SQLException {
        if (!pool.limitsWaiting()) {
            database.limitWaiting(connection);
        }
    }

    /**
     * Runs work in the transaction that a connection is in, behind a savepoint: what the work did is undone if it throws,
     * and the host's own work is left as it was.
     *
     * @throws IllegalStateException if the connection is in no transaction
     */
    public <T> T joined(Connection host, Function<? super Work, ? extends T> work) {
        HostSavepoint savepoint = HostSavepoint.on(host);
        T result;
        try {
            result = sessions.run(host, () -> {}, work);
        } catch (Throwable e) {
            // Checked ones too, which hosts in other languages throw without declaring them.
            savepoint.undo(e);
            throw e;
        }
        savepoint.keep();
        return result;
    }
}
