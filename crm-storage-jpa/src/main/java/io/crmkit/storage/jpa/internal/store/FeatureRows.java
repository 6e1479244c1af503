package io.crmkit.storage.jpa.internal.store;

import io.crmkit.storage.jpa.internal.sql.Sql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** MariaDB's index of features: a row for each feature of each customer. */
final class FeatureRows {
    private static final int ROWS_OF_A_STATEMENT = 5_000;

    private final Work work;
    private final SearchTables tables;

    FeatureRows(Work work, SearchTables tables) {
        this.work = work;
        this.tables = tables;
    }

    private record Entry(int feature, UUID id) {}

    /** Adds rows, in one order for all who do. */
    void add(Map<UUID, int[]> features) {
        List<Entry> entries = new ArrayList<>();
        features.forEach((id, some) -> Arrays.stream(some).forEach(feature -> entries.add(new Entry(feature, id))));
        entries.sort((one, other) -> Integer.compare(one.feature(), other.feature()));
        for (int from = 0; from < entries.size(); from += ROWS_OF_A_STATEMENT) {
            List<Entry> some = entries.subList(from, Math.min(from + ROWS_OF_A_STATEMENT, entries.size()));
            Sql insert = work.sql("insert into " + tables.features() + " (feature, customer_id) values "
                    + String.join(", ", Collections.nCopies(some.size(), "(?, ?)")));
            some.forEach(entry -> insert.add("", entry.feature(), entry.id()));
            work.run(insert);
        }
    }

    void remove(UUID id, int[] features) {
        if (features.length > 0) {
            Sql delete = work.sql("delete from ");
            addRows(delete, id, features);
            work.run(delete);
        }
    }

    /** Those of whom all these rows are there. */
    Set<UUID> complete(Map<UUID, int[]> features) {
        Set<UUID> complete = new HashSet<>();
        List<Map.Entry<UUID, int[]>> some = new ArrayList<>();
        int rows = 0;
        for (Map.Entry<UUID, int[]> each : features.entrySet()) {
            if (each.getValue().length == 0) {
                complete.add(each.getKey());
                continue;
            }
            some.add(each);
            rows += each.getValue().length;
            if (rows >= ROWS_OF_A_STATEMENT) {
                complete.addAll(completeAtOnce(some));
                some.clear();
                rows = 0;
            }
        }
        complete.addAll(completeAtOnce(some));
        return complete;
    }

    private Set<UUID> completeAtOnce(List<Map.Entry<UUID, int[]>> features) {
        Set<UUID> complete = new HashSet<>();
        if (!features.isEmpty()) {
            Sql sql = work.sql("");
            for (int i = 0; i < features.size(); i++) {
                int[] some = features.get(i).getValue();
                sql.add(i == 0 ? "" : " union all ").add("select " + i + ", count(*) = " + some.length + " from ");
                addRows(sql, features.get(i).getKey(), some);
            }
            work.rows(
                    sql,
                    row -> row.getBoolean(2)
                            && complete.add(features.get(row.getInt(1)).getKey()));
        }
        return complete;
    }

    private void addRows(Sql sql, UUID id, int[] features) {
        sql.add(tables.features() + " where customer_id = ? and ", id)
                .among("feature", Arrays.stream(features).boxed().toList());
    }
}
