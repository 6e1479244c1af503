package io.crmkit.storage.jpa.internal.sql;

import java.sql.Connection;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/** The CRM's own transactions, on connections of the host's pool, and joined ones, on a connection that the host uses. */
public final class Transactions {
    private final DataSource dataSource;
    private final Database database;
    private final boolean isolated;
    private final Sessions sessions;
    private final Reservation reservation;

    /**
     * Prepares them.
     *
     * @param poolIsolation the level that the pool's connections come with
     */
    public Transactions(DataSource dataSource, Database database, int poolIsolation, SessionFactory factory) {
        this.dataSource = dataSource;
        this.database = database;
        this.isolated = database.isSnapshot(poolIsolation);
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
        try (OwnConnection connection = OwnConnection.open(dataSource, database, isolated)) {
            try {
                T result = sessions.run(connection.jdbc(), () -> database.limitWaiting(connection.jdbc()), work);
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
