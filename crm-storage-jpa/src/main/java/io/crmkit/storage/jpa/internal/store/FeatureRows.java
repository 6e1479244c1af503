package io.crmkit.storage.jpa.internal.store;

import io.crmkit.storage.jpa.internal.sql.Sql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
            work.run(named("delete from ", id, features));
        }
    }

    /** Whether all these rows are there. */
    boolean has(UUID id, int[] features) {
        return features.length == 0
                || work.rows(named("select count(*) from ", id, features), row -> row.getInt(1))
                        .equals(List.of(features.length));
    }

    private Sql named(String beginning, UUID id, int[] features) {
        return work.sql(beginning + tables.features() + " where customer_id = ? and ", id)
                .among("feature", Arrays.stream(features).boxed().toList());
    }
}
