package io.crmkit.storage.jpa.internal.sql;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The databases that there are scripts for, and what differs between them beside the scripts. */
public enum Database {
    /** PostgreSQL 15 and later. */
    POSTGRESQL('"') {
        @Override
        boolean isSnapshot(int isolation) {
            return isolation >= Connection.TRANSACTION_REPEATABLE_READ;
        }

        @Override
        void isolate(Connection connection) throws SQLException {
            execute(connection, REPEATABLE_READ);
        }

        @Override
        public boolean limitsWaiting(Connection connection) throws SQLException {
            String sql = "select setting::bigint from pg_settings where name = 'lock_timeout'";
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                long millis = result.next() ? result.getLong(1) : 0;
                return millis > 0 && millis <= LONGEST_WAIT_SECONDS * 1_000;
            }
        }

        /**
         * Who adds a record about a customer need not wait for who changes him, only for who removes him; and who is to
         * remove him must meet who adds one, which the lock that Hibernate asks for does not.
         */
        @Override
        public String inspect(String sql) {
            return sql.endsWith(" nowait")
                    ? sql.replace(" for no key update", " for update")
                    : sql.replace(" for share", " for key share");
        }

        @Override
        void limitWaiting(Connection connection) throws SQLException {
            execute(connection, "set local lock_timeout = " + LONGEST_WAIT_SECONDS * 1_000);
        }

        @Override
        String place(String text) {
            return "position(? in " + text + ")";
        }

        /**
         * In one round trip, and the settings end with it. A query that was cancelled fails the transaction, but for what
         * was before a savepoint, which stays until the transaction ends: some options of the driver let what follows a
         * failure be carried out, and then it must still be there. What is asked of an index needs neither a look at all
         * rows nor other processes nor compilation, all of which take longer to begin than it takes; nor does it need a plan
         * for each array of features, since it has one way only in which it can be carried out.
         */
        @Override
        Sql limited(Sql select, long millis) {
            return new Sql(this)
                    .add("savepoint crm_limited; set local statement_timeout = " + roundedUp(millis)
                            + "; set local enable_seqscan = off; set local max_parallel_workers_per_gather = 0;"
                            + " set local jit = off; set local plan_cache_mode = force_generic_plan; ")
                    .add(select)
                    .add("; " + BACK);
        }

        /** The driver may have gone back before the savepoint by itself, if the host told it to. */
        @Override
        void endLimited(Connection connection) throws SQLException {
            try {
                execute(connection, BACK + "; release savepoint crm_limited");
            } catch (SQLException e) {
                if (!NO_SAVEPOINT.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }

        @Override
        boolean isOutOfTime(SQLException failure) {
            return "57014".equals(failure.getSQLState());
        }
    },

    /** MariaDB 10.11 and later. */
    MARIADB('`') {
        @Override
        boolean isSnapshot(int isolation) {
            return isolation >= Connection.TRANSACTION_REPEATABLE_READ;
        }

        @Override
        void isolate(Connection connection) throws SQLException {
            execute(connection, REPEATABLE_READ);
        }

        @Override
        Object toColumn(UUID id) {
            return ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array();
        }

        @Override
        public UUID id(ResultSet row, int column) throws SQLException {
            ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(column));
            return new UUID(bytes.getLong(), bytes.getLong());
        }

        /** Kept as the time in UTC, whatever the zone of the connection is. */
        @Override
        public Instant instant(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }

        /** Bytes are compared faster than characters, with the same result. */
        @Override
        String place(String text) {
            return "locate(?, cast(" + text + " as binary))";
        }

        @Override
        Sql limited(Sql select, long millis) {
            return new Sql(this)
                    .add("set statement max_statement_time=" + roundedUp(millis) / 1_000.0 + " for ")
                    .add(select);
        }

        @Override
        boolean isOutOfTime(SQLException failure) {
            return failure.getErrorCode() == 1969;
        }

        @Override
        public String inspect(String sql) {
            boolean waits = sql.contains(" for update") || sql.contains(" lock in share mode");
            return sql.startsWith("select") && !waits
                    ? sql
                    : "set statement innodb_lock_wait_timeout=" + LONGEST_WAIT_SECONDS + " for " + sql;
        }
    },

    /** H2 2.2 and later. */
    H2('"') {
        // The level that H2 calls SNAPSHOT; JDBC has no name for it.
        private static final int SNAPSHOT = 6;

        @Override
        boolean isSnapshot(int isolation) {
            return isolation >= SNAPSHOT;
        }

        @Override
        void isolate(Connection connection) throws SQLException {
            connection.setTransactionIsolation(SNAPSHOT);
        }

        @Override
        boolean isolatesWholeSessions() {
            return true;
        }

        @Override
        boolean passesOverLockedRows() {
            return false;
        }

        @Override
        public String inspect(String sql) {
            return sql.endsWith(SEIZED) ? sql + " nowait" : sql;
        }

        @Override
        public void prepare(Connection connection) throws SQLException {
            if (connection.getMetaData().getURL().startsWith("jdbc:h2:mem:")) {
                return;
            }
            try {
                execute(connection, "set write_delay 0");
            } catch (SQLException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "H2 writes commits half a second late and may lose them: add ;WRITE_DELAY=0 to the URL");
            }
        }
    };

    /** A condition that always holds, by which a statement is known that must not wait: Hibernate 6 tells H2 nothing. */
    static final String SEIZING = "1 = 1";

    private static final String SEIZED = "1=1 for update";

    private static final System.Logger LOG = System.getLogger(Database.class.getName());

    /** How long a writer waits for another one. */
    private static final int LONGEST_WAIT_SECONDS = 3;

    private static final int STEP_MILLIS = 50;

    private static final String NO_SAVEPOINT = "3B001";

    private static final String BACK = "rollback to savepoint crm_limited";

    private static final String REPEATABLE_READ = "set transaction isolation level repeatable read";

    private final char quote;

    Database(char quote) {
        this.quote = quote;
    }

    /**
     * Lets the database keep what it acknowledges: H2 writes commits to its file half a second later unless it is told
     * not to.
     */
    public void prepare(Connection connection) throws SQLException {}

    /** The database behind a connection; empty if it is none of these. */
    public static Optional<Database> of(Connection connection) throws SQLException {
        return named(connection.getMetaData().getDatabaseProductName());
    }

    /** The database of that name in any case; empty if there is none. */
    public static Optional<Database> named(String name) {
        return Arrays.stream(values())
                .filter(database -> database.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(Database::word).collect(Collectors.joining(", "));
    }

    /** The name in small letters: the folder of its scripts, and what people type. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A name as it stands in SQL, its case kept. */
    public String quoted(String name) {
        return quote + name.replace(String.valueOf(quote), "" + quote + quote) + quote;
    }

    /** Whether a transaction of that level sees one state from its first to its last statement. */
    abstract boolean isSnapshot(int isolation);

    /** Lets the transaction that is about to begin see one state. */
    abstract void isolate(Connection connection) throws SQLException;

    /** Whether {@link #isolate} holds beyond the transaction, so that it must be taken back. */
    boolean isolatesWholeSessions() {
        return false;
    }

    /** Whether {@code for update skip locked} works as it says. */
    boolean passesOverLockedRows() {
        return true;
    }

    /** Whether the connections come with a limit for waiting that is short enough, so that none need be set. */
    public boolean limitsWaiting(Connection connection) throws SQLException {
        return false;
    }

    /** Sets, for this transaction only, how long its writes may wait. Not needed where each statement says it. */
    void limitWaiting(Connection connection) throws SQLException {}

    /** A query that may only take so long, as it is sent. */
    Sql limited(Sql select, long millis) {
        return select;
    }

    /** Done after it took longer: the transaction goes on as it was before. */
    void endLimited(Connection connection) throws SQLException {}

    /** Whether it took longer. */
    boolean isOutOfTime(SQLException failure) {
        return false;
    }

    /** An expression with one parameter: where a text has that part, from 1, or 0. */
    String place(String text) {
        return "locate(?, " + text + ")";
    }

    /** An id as a parameter. */
    Object toColumn(UUID id) {
        return id;
    }

    /** An id in a row. */
    public UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** A time in a row. */
    public Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The statement as it is sent. */
    public String inspect(String sql) {
        return sql;
    }

    /** All but short limits, so that few statements are prepared. */
    private static long roundedUp(long millis) {
        return millis < STEP_MILLIS ? millis : (millis + STEP_MILLIS - 1) / STEP_MILLIS * STEP_MILLIS;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
