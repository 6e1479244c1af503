package io.crmkit.storage.jpa.internal.store;

import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Sql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * How frequent features are among some customers: looked up from time to time by whoever searches then. Which way a search
 * takes depends on it, and never what it finds. Thread-safe.
 */
final class Frequencies {
    private static final int DOCUMENTS = 2_000;
    /** Of many customers some of each time are looked at, since those of one time are alike. */
    private static final int TIMES = 20;
    /** If less is found, since nobody was registered between, the latest are looked at, too. */
    private static final int FEWEST = 1_000;

    private static final Duration WHILE_SMALL = Duration.ofMinutes(1);
    private static final Duration OTHERWISE = Duration.ofMinutes(15);
    /** About as many bytes as a row of PostgreSQL takes, for tables that it has not looked at yet. */
    private static final int ROW = 400;

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

    private Sample take(Work work) {
        String documents = tables.documents();
        List<UUID> newest = ids(work, "select customer_id from " + documents + " order by customer_id desc", DOCUMENTS);
        Map<UUID, int[]> looked = new LinkedHashMap<>();
        if (newest.size() == DOCUMENTS) {
            List<UUID> oldest = ids(work, "select customer_id from " + documents + " order by customer_id", 1);
            look(work, some(work, oldest.get(0), newest.get(0)), looked);
        }
        if (looked.size() < FEWEST) {
            look(work, work.sql(latest(DOCUMENTS)), looked);
        }
        long total = newest.size() < DOCUMENTS ? newest.size() : total(work);
        return new Sample(newest, total, List.copyOf(looked.values()));
    }

    private List<UUID> ids(Work work, String select, int limit) {
        return work.rows(
                work.sql(select + " limit " + limit), row -> tables.database().id(row, 1));
    }

    private void look(Work work, Sql select, Map<UUID, int[]> looked) {
        Database database = tables.database();
        work.rows(select, row -> looked.put(database.id(row, 1), Features.read(database, row, 2)));
    }

    private String latest(int count) {
        return "select customer_id, features from " + tables.documents() + " order by customer_id desc limit " + count;
    }

    /** Some from each of several ids on that lie equally far apart, as ids do that are made of the time. */
    private Sql some(Work work, UUID oldest, UUID newest) {
        long first = oldest.getMostSignificantBits();
        long step = Long.divideUnsigned(newest.getMostSignificantBits() - first, TIMES);
        Sql sql = work.sql("");
        for (int time = 0; time < TIMES; time++) {
            sql.add(time == 0 ? "" : " union all ")
                    .add(
                            "select customer_id, features from (select customer_id, features from "
                                    + tables.documents() + " where customer_id >= ? order by customer_id limit "
                                    + DOCUMENTS / TIMES + ") t" + time,
                            new UUID(first + time * step, 0));
        }
        return sql;
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
