package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.SearchPlace;
import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Sql;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The statements of one search. Each has one way only in which the database can carry it out: which way is the better one is
 * decided before, for a planner takes features for independent of one another.
 */
final class SearchStatements {
    private static final String ROWS = "select c." + String.join(", c.", CustomerRow.COLUMNS) + ", f.tier from (";

    private final SearchTables tables;
    private final CustomerSearch search;
    private final SearchConditions conditions;

    SearchStatements(SearchTables tables, CustomerSearch search) {
        this.tables = tables;
        this.search = search;
        this.conditions = new SearchConditions(tables, search);
    }

    /** The customers of some tiers, best first, among these candidates, or all customers: rows and tiers. */
    Sql best(int from, int to, Optional<Candidates> among) {
        return rows(best(from, to, among, sql -> {}));
    }

    /** The customers of some tiers, best first, in a stretch: rows and tiers. */
    Sql best(int from, int to, Optional<UUID> below, Optional<UUID> end) {
        return rows(best(from, to, Optional.empty(), sql -> addStretch(sql, below, end)));
    }

    /** The rows of customers whose ids and tiers another query finds. */
    private Sql rows(Sql ids) {
        String join = tables.database() == Database.MARIADB ? "straight_join " : "join ";
        return sql(ROWS)
                .add(ids)
                .add(") f " + join + tables.customers()
                        + " c on c.id = f.customer_id order by f.tier, f.customer_id desc");
    }

    private Sql best(int from, int to, Optional<Candidates> among, Consumer<Sql> further) {
        Optional<SearchPlace> after = search.after().filter(place -> place.tier() >= 0);
        Sql sql = sql("select x.customer_id, x.tier from (select s.customer_id, ");
        int first = after.isPresent() ? 0 : from;
        conditions.addTier(sql, first, to);
        sql.add(" as tier from ");
        if (among.isPresent() && tables.database() == Database.MARIADB) {
            addKeys(sql, among.get().ways());
            sql.add(" k straight_join " + tables.documents() + " s on s.customer_id = k.customer_id where ");
        } else {
            sql.add(tables.documents() + " s where ");
            if (among.isPresent()) {
                addHas(sql, among.get().ways());
                sql.add(" and ");
            }
        }
        conditions.addWanted(sql);
        further.accept(sql);
        if (mostAreInNone(to, among)) {
            conditions.addInAny(sql, first, to);
        }
        sql.add(fence() + ") x where x.tier >= " + from);
        if (after.isPresent() && after.get().tier() == from) {
            sql.add(
                    " and (x.tier > " + from + " or x.customer_id < ?)",
                    after.get().id());
        }
        return sql.add(" order by x.tier, x.customer_id desc limit " + search.limit());
    }

    /**
     * Whether most of those who are compared are in no tier, and it is worth finding that out first: if all are compared, or those
     * whom the index has by one of several words. In MariaDB comparing once more takes longer than it spares.
     */
    private boolean mostAreInNone(int last, Optional<Candidates> among) {
        boolean words = search.tiers().get(last).terms().size() > 1;
        return tables.database() != Database.MARIADB && (words || among.isEmpty());
    }

    /** Keeps the database from turning a query within another one into a part of that. */
    private String fence() {
        return switch (tables.database()) {
            case POSTGRESQL -> " offset 0";
            case MARIADB -> " limit " + Long.MAX_VALUE;
            case H2 -> "";
        };
    }

    private static <T> void addEach(Sql sql, List<T> parts, String between, BiConsumer<Sql, T> adding) {
        String next = "";
        for (T part : parts) {
            sql.add(next);
            adding.accept(sql, part);
            next = between;
        }
    }

    /** PostgreSQL: by its own operators, whatever others there are of that name. */
    private static void addHas(Sql sql, List<Way> ways) {
        int[] single = singles(ways);
        sql.add("(");
        if (single.length > 0) {
            sql.add("s.features operator(pg_catalog.&&) cast(? as integer[])", array(single));
        }
        List<Way> others = others(ways);
        sql.add(single.length > 0 && !others.isEmpty() ? " or " : "");
        addEach(
                sql,
                others,
                " or ",
                (part, way) ->
                        part.add("s.features operator(pg_catalog.@>) cast(? as integer[])", array(way.rarest())));
        sql.add(")");
    }

    private static int[] singles(List<Way> ways) {
        return ways.stream()
                .filter(way -> way.rarest().length == 1)
                .mapToInt(way -> way.rarest()[0])
                .toArray();
    }

    private static List<Way> others(List<Way> ways) {
        return ways.stream().filter(way -> way.rarest().length > 1).toList();
    }

    private static Object array(int[] features) {
        return Features.toColumn(Database.POSTGRESQL, features);
    }

    /** MariaDB: of each way the rarest feature leads, and the others are looked up. */
    private void addKeys(Sql sql, List<Way> ways) {
        int[] single = singles(ways);
        sql.add("(");
        if (single.length > 0) {
            sql.add("select distinct f.customer_id from " + tables.features() + " f where ")
                    .among("f.feature", Arrays.stream(single).boxed().toList());
        }
        List<Way> others = others(ways);
        sql.add(single.length > 0 && !others.isEmpty() ? " union " : "");
        addEach(sql, others, " union ", this::addKeysOfWay);
        sql.add(")");
    }

    private void addKeysOfWay(Sql sql, Way way) {
        int[] features = way.inOrder();
        sql.add("select f0.customer_id from " + tables.features() + " f0");
        for (int i = 1; i < features.length; i++) {
            sql.add(
                    " straight_join " + tables.features() + " f" + i + " on f" + i + ".feature = ? and f" + i
                            + ".customer_id = f0.customer_id",
                    features[i]);
        }
        sql.add(" where f0.feature = ?", features[0]);
    }

    /** MariaDB: which of some features anybody has. */
    Sql known(Collection<Integer> features) {
        return sql("select distinct f.feature from " + tables.features() + " f where ")
                .among("f.feature", features);
    }

    /** Where a stretch of so many customers ends that begins below an id, or with the greatest one: one id, or none. */
    Sql end(Optional<UUID> below, int length) {
        Sql sql = sql("select s.customer_id from " + tables.documents() + " s");
        below.ifPresent(id -> sql.add(" where s.customer_id < ?", id));
        return sql.add(" order by s.customer_id desc limit 1 offset " + (length - 1));
    }

    /** The customers of a tier in a stretch that begins below an id and ends with one, the greatest first: rows and tiers. */
    Sql stretch(int tier, Optional<UUID> below, Optional<UUID> end) {
        Sql sql = sql("select s.customer_id, " + tier + " as tier from " + tables.documents() + " s where ");
        conditions.addWanted(sql);
        addStretch(sql, below, end);
        sql.add(" and ");
        conditions.addTier(sql, tier);
        int behind = search.after().map(SearchPlace::tier).orElse(-1);
        for (int earlier = 0; earlier <= Math.min(behind, tier - 1); earlier++) {
            sql.add(" and not ");
            conditions.addTier(sql, earlier);
        }
        return rows(sql.add(" order by s.customer_id desc limit " + search.limit()));
    }

    private static void addStretch(Sql sql, Optional<UUID> below, Optional<UUID> end) {
        below.ifPresent(id -> sql.add(" and s.customer_id < ?", id));
        end.ifPresent(id -> sql.add(" and s.customer_id >= ?", id));
    }

    private Sql sql(String beginning) {
        return new Sql(tables.database()).add(beginning);
    }
}
