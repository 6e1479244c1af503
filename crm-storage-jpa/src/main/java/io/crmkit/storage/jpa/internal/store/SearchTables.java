package io.crmkit.storage.jpa.internal.store;

import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Naming;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables that customers are searched in. Hibernate does not know of them, for each database keeps the features in its
 * own way: PostgreSQL in an array with an index, MariaDB in rows, and H2 not at all. Thread-safe.
 */
public final class SearchTables {
    private static final String SEARCH = "customer_search";
    private static final String FEATURE = "customer_feature";

    private final Database database;
    private final Naming naming;
    private final Frequencies frequencies = new Frequencies(this);

    /** The tables of that name. */
    public SearchTables(Database database, Naming naming) {
        this.database = database;
        this.naming = naming;
    }

    /** Their columns, without prefix. */
    public static Map<String, Set<String>> columns(Database database) {
        Set<String> search = new TreeSet<>(Set.of(
                "customer_id",
                "text_version",
                "team",
                "owner_id",
                "open_text",
                "open_lines",
                "contact_text",
                "contact_lines",
                "attribute_text"));
        Map<String, Set<String>> tables = new TreeMap<>(Map.of(SEARCH, search));
        if (database != Database.H2) {
            search.add("features");
        }
        if (database == Database.MARIADB) {
            tables.put(FEATURE, Set.of("feature", "customer_id"));
        }
        return tables;
    }

    Database database() {
        return database;
    }

    /** Whether there is an index of features. */
    boolean areIndexed() {
        return database != Database.H2;
    }

    /** Where the tables are, if not where the connection is. */
    Optional<String> schema() {
        return naming.schema();
    }

    /** The name of {@link #documents} without schema. */
    String name() {
        return naming.table(SEARCH);
    }

    /** What each customer is found by, as it stands in SQL. */
    String documents() {
        return naming.qualified(database, SEARCH);
    }

    /** MariaDB's rows of features. */
    String features() {
        return naming.qualified(database, FEATURE);
    }

    /** The texts of single attributes. */
    String attributes() {
        return naming.qualified(database, "customer_attribute");
    }

    /** The customers themselves. */
    String customers() {
        return naming.qualified(database, "customer");
    }

    /** How frequent features are. */
    Frequencies frequencies() {
        return frequencies;
    }
}
