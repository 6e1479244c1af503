package io.crmkit.storage.jpa.internal.store;

import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Sql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * How frequent features are among the latest customers: looked up from time to time by whoever searches then. Which way a
 * search takes depends on it, and never what it finds. Thread-safe.
 */
final class Frequencies {
    private static final int DOCUMENTS = 2_000;
    private static final Duration WHILE_SMALL = Duration.ofMinutes(1);
    private static final Duration OTHERWISE = Duration.ofMinutes(15);
    /** About as many bytes as a row of PostgreSQL takes, for tables that it has not looked at yet. */
    private static final int ROW = 2_000;

    private final SearchTables tables;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Sample sample;

    Frequencies(SearchTables tables) {
        this.tables = tables;
    }

    /** The latest sample; takes another one if it is old and nobody else does so at the moment. */
    Sample latest(Work work) {
        Sample known = sample;
        if (known != null && isFresh(known)) {
            return known;
        }
        boolean first = looking.compareAndSet(false, true);
        if (!first && known != null) {
            return known;
        }
        try {
            Sample taken = take(work);
            sample = taken;
            return taken;
        } finally {
            if (first) {
                looking.set(false);
            }
        }
    }

    private static boolean isFresh(Sample known) {
        Duration age = known.newest().size() < DOCUMENTS ? WHILE_SMALL : OTHERWISE;
        return System.nanoTime() - known.takenAt() < age.toNanos();
    }

    /** Forgets what was seen, so that the next search looks again. */
    void forget() {
        sample = null;
    }

    @SuppressWarnings("ArrayRecordComponent") // Read once, compared with nothing.
    private record Document(UUID id, int[] features) {}

    private Sample take(Work work) {
        Database database = tables.database();
        Sql select = work.sql("select customer_id, features from " + tables.documents()
                + " order by customer_id desc limit " + DOCUMENTS);
        List<Document> documents =
                work.rows(select, row -> new Document(database.id(row, 1), Features.read(database, row, 2)));
        return new Sample(
                documents.stream().map(Document::id).toList(),
                documents.size() < DOCUMENTS ? documents.size() : total(work),
                documents.stream().map(Document::features).toList());
    }

    private long total(Work work) {
        Sql select = tables.database() == Database.POSTGRESQL
                ? work.sql(
                        "select greatest(reltuples, pg_relation_size(oid) / " + ROW + ") from pg_class where oid ="
                                + " cast(? as regclass)",
                        tables.documents())
                : work.sql(
                        "select table_rows from information_schema.tables where table_schema = coalesce(?,"
                                + " database()) and table_name = ?",
                        tables.schema().orElse(null),
                        tables.name());
        return work.rows(select, row -> row.getLong(1)).stream()
                .mapToLong(count -> Math.max(count, DOCUMENTS))
                .findFirst()
                .orElse(DOCUMENTS);
    }
}
