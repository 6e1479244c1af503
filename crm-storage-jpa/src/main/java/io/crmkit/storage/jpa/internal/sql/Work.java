package io.crmkit.storage.jpa.internal.sql;

import io.crmkit.error.StorageBusyException;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.StaleVersionException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * One transaction as the stores use it: statements that are carried out at the call, on one thread, until the transaction
 * ends or a statement fails.
 */
public final class Work {
    /**
     * A unique key beside the id.
     *
     * @param constraint the constraint's name without prefix
     * @param key how the SPI calls it
     */
    public record UniqueKey(String constraint, String key) {}

    /** Makes something of a row. */
    @FunctionalInterface
    public interface RowReader<R> {
        /** Reads the row that the result stands at. */
        R read(ResultSet row) throws SQLException;
    }

    /** Done before the first statement that may wait for somebody. */
    @FunctionalInterface
    interface BeforeWriting {
        void run() throws SQLException;
    }

    private static final int NO_BATCH = 1;
    /** The same each time: Hibernate goes on with the size of the first batch. */
    private static final int BATCH = 200;

    private final StatelessSession session;
    private final Database database;
    private final Numbers numbers;
    private final BeforeWriting beforeWriting;
    private final Thread thread = Thread.currentThread();
    private boolean writing;
    private volatile boolean ended;
    private @Nullable RuntimeException failure;

    Work(StatelessSession session, Database database, Numbers numbers, BeforeWriting beforeWriting) {
        this.session = session;
        this.database = database;
        this.numbers = numbers;
        this.beforeWriting = beforeWriting;
    }

    void end() {
        ended = true;
    }

    /** What a statement failed with: the transaction must not be committed. */
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Refuses calls after the end and from other threads. */
    public void check() {
        if (ended) {
            throw new IllegalStateException("the transaction has ended");
        }
        if (!Thread.currentThread().equals(thread)) {
            throw new IllegalStateException("the transaction belongs to another thread");
        }
        if (failure != null) {
            throw new IllegalStateException("the transaction has failed: let what was thrown end it", failure);
        }
    }

    /** A row by its id. */
    public <R> Optional<R> get(Class<R> type, Object id) {
        return call(() -> Optional.ofNullable(session.get(type, id)));
    }

    /** The rows that a query finds. */
    public <R> List<R> list(Hql query, Class<R> type) {
        return call(() ->
                query.bindTo(session.createSelectionQuery(query.text(), type)).getResultList());
    }

    /** The first row that a query finds. */
    public <R> Optional<R> first(Hql query, Class<R> type) {
        return list(query.limit(1), type).stream().findFirst();
    }

    /**
     * The rows that a query finds and nobody else has locked, now locked. Where the database cannot pass over locked rows
     * they are not locked: of two that change them one waits, and then loses the race.
     */
    public <R> List<R> lockFree(Hql query, Class<R> type) {
        if (!database.passesOverLockedRows()) {
            return list(query, type);
        }
        beginWriting();
        return call(() -> query.bindTo(session.createSelectionQuery(query.text(), type)
                        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED))
                .getResultList());
    }

    /** The database. */
    public Database database() {
        return database;
    }

    /** A statement of the database's own, to be put together. */
    public Sql sql(String beginning, @Nullable Object... values) {
        return new Sql(database).add(beginning, values);
    }

    /** What is made of the rows that a statement of the database's own finds. */
    public <R> List<R> rows(Sql statement, RowReader<R> reader) {
        return call(() -> session.doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sent(statement))) {
                bind(select, statement);
                return read(select, reader);
            }
        }));
    }

    /** The same for a statement that may take so long; empty if it took longer, and then nothing else is lost. */
    public <R> Optional<List<R>> rowsWithin(Duration time, Sql statement, RowReader<R> reader) {
        Sql limited = database.limited(statement, Math.max(1, time.toMillis()));
        return call(() -> session.doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(limited.text())) {
                // Else rows beyond the host's own fetch size would be asked for when the savepoint is gone.
                select.setFetchSize(0);
                bind(select, limited);
                return Optional.of(read(select, reader));
            } catch (SQLException e) {
                if (!database.isOutOfTime(e)) {
                    throw e;
                }
                database.endLimited(connection);
                return Optional.empty();
            }
        }));
    }

    /** The rows of the query among the statements that are sent together. */
    private static <R> List<R> read(PreparedStatement statement, RowReader<R> reader) throws SQLException {
        boolean found = statement.execute();
        while (!found && statement.getUpdateCount() >= 0) {
            found = statement.getMoreResults();
        }
        List<R> rows = new ArrayList<>();
        try (ResultSet row = statement.getResultSet()) {
            while (row.next()) {
                rows.add(reader.read(row));
            }
        }
        return rows;
    }

    /** The same for a statement that locks the rows it finds. */
    public <R> List<R> lock(Sql statement, RowReader<R> reader) {
        beginWriting();
        return rows(statement, reader);
    }

    /** Carries out a statement of the database's own that changes rows, and returns how many they were. */
    public int run(Sql statement) {
        beginWriting();
        return call(() -> session.doReturningWork(connection -> {
            try (PreparedStatement change = connection.prepareStatement(sent(statement))) {
                bind(change, statement);
                return change.executeUpdate();
            }
        }));
    }

    private String sent(Sql statement) {
        return database.inspect(statement.text());
    }

    private static void bind(PreparedStatement statement, Sql sql) throws SQLException {
        int place = 0;
        for (Object value : sql.values()) {
            statement.setObject(++place, value);
        }
    }

    /** The rows that a query finds, which nobody else can remove until the transaction ends; others may do the same. */
    public <R> List<R> share(Hql query, Class<R> type) {
        return locked(query, type, LockMode.PESSIMISTIC_READ);
    }

    /** The rows that a query finds, now locked; fails as a lost race if somebody else has locked one. */
    public <R> List<R> seize(Hql query, Class<R> type) {
        return locked(query.and(Database.SEIZING), type, LockMode.UPGRADE_NOWAIT);
    }

    private <R> List<R> locked(Hql query, Class<R> type, LockMode mode) {
        beginWriting();
        return call(() -> query.bindTo(
                        session.createSelectionQuery(query.text(), type).setHibernateLockMode(mode))
                .getResultList());
    }

    /** Changes or removes the rows that a statement names, and returns how many they were. */
    public int execute(Hql statement) {
        beginWriting();
        return call(() -> {
            var query = session.createMutationQuery(statement.text());
            statement.parameters().forEach(query::setParameter);
            return query.executeUpdate();
        });
    }

    /**
     * Adds a row.
     *
     * @throws DuplicateKeyException with the key of the constraint that refused it, {@code id} if none of these did
     */
    public void insert(Object row, UniqueKey... others) {
        beginWriting();
        check();
        try {
            session.insert(row);
        } catch (RuntimeException e) {
            throw fail(duplicate(e, others).<RuntimeException>map(key -> key).orElseGet(() -> Failures.translate(e)));
        }
    }

    /**
     * Adds rows of one table in one round trip.
     *
     * @throws DuplicateKeyException as {@link #insert} does
     */
    public void insertAll(List<?> rows, UniqueKey... others) {
        if (rows.size() < 2) {
            check();
            rows.forEach(row -> insert(row, others));
            return;
        }
        beginWriting();
        check();
        try {
            session.setJdbcBatchSize(BATCH);
            rows.forEach(session::insert);
            ((SharedSessionContractImplementor) session).getJdbcCoordinator().executeBatch();
            session.setJdbcBatchSize(NO_BATCH);
        } catch (RuntimeException e) {
            throw fail(duplicate(e, others).<RuntimeException>map(key -> key).orElseGet(() -> Failures.translate(e)));
        }
    }

    private static Optional<DuplicateKeyException> duplicate(RuntimeException failure, UniqueKey... others) {
        return Failures.cause(failure).filter(Failures::isDuplicate).map(cause -> {
            for (UniqueKey other : others) {
                if (Failures.isAbout(cause, other.constraint())) {
                    return new DuplicateKeyException(other.key());
                }
            }
            return new DuplicateKeyException("id");
        });
    }

    /**
     * Replaces a row whose version field is the one to be replaced.
     *
     * @param record kind and id, for the exception
     * @param expected that version
     * @param found finds the stored version if it is another one
     * @throws StaleVersionException if it is another one
     */
    public void update(Object row, String record, long expected, Supplier<Optional<Long>> found) {
        beginWriting();
        check();
        try {
            session.update(row);
        } catch (RuntimeException e) {
            if (!Failures.isStale(e)) {
                throw fail(Failures.translate(e));
            }
            long version = found.get().orElse(0L);
            if (version == expected) {
                throw fail(new StorageBusyException(record + " was changed by somebody else meanwhile"));
            }
            throw fail(new StaleVersionException(record, expected, version));
        }
    }

    /** Adds a row or replaces the one with its id: the last one to save wins. */
    public void save(Object row) {
        beginWriting();
        call(() -> {
            session.upsert(row);
            return true;
        });
    }

    /** Refuses to go on since a record has another version. */
    public StaleVersionException stale(String record, long expected, long found) {
        StaleVersionException stale = new StaleVersionException(record, expected, found);
        fail(stale);
        return stale;
    }

    /** Refuses to go on since somebody else was faster. */
    public StorageBusyException lostRace(String what) {
        StorageBusyException busy = new StorageBusyException(what);
        fail(busy);
        return busy;
    }

    /** Refuses to go on since somebody else was faster, as that failure shows. */
    public StorageBusyException lostRace(String what, RuntimeException cause) {
        StorageBusyException busy = lostRace(what);
        busy.initCause(cause);
        return busy;
    }

    /** A ticket number that nobody else gets. */
    public long nextNumber() {
        check();
        return numbers.take(this);
    }

    private void beginWriting() {
        check();
        if (writing) {
            return;
        }
        writing = true;
        try {
            beforeWriting.run();
        } catch (SQLException e) {
            throw fail(Failures.translate(Discreet.failure(e)));
        }
    }

    private <T> T call(Supplier<T> statement) {
        check();
        try {
            return statement.get();
        } catch (RuntimeException e) {
            throw fail(Failures.translate(e));
        }
    }

    private RuntimeException fail(RuntimeException what) {
        failure = what;
        return what;
    }
}
