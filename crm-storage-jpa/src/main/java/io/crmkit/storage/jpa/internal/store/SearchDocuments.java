package io.crmkit.storage.jpa.internal.store;

import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.IndexedCustomer;
import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Sql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes what customers are searched by. */
final class SearchDocuments {
    /** In no pattern that the core makes. */
    static final String BETWEEN_ATTRIBUTES = "\u0001";

    private static final List<String> COLUMNS = List.of(
            "text_version",
            "team",
            "owner_id",
            "open_text",
            "open_lines",
            "contact_text",
            "contact_lines",
            "attribute_text");

    private final Work work;
    private final SearchTables tables;
    private final FeatureRows rows;

    SearchDocuments(Work work, SearchTables tables) {
        this.work = work;
        this.tables = tables;
        this.rows = new FeatureRows(work, tables);
    }

    void insert(Customer customer, CustomerIndex index) {
        insert(List.of(new IndexedCustomer(customer, Optional.of(index))));
    }

    /** Adds what customers are found by where there is nothing of it. */
    void insert(List<IndexedCustomer> customers) {
        Sql insert = work.sql(
                "insert into " + tables.documents() + " (" + String.join(", ", columns()) + ", customer_id) values ");
        Map<UUID, int[]> features = new TreeMap<>();
        String comma = "";
        for (IndexedCustomer each : customers) {
            CustomerIndex index = each.index().orElseThrow();
            int[] some = Features.of(each.customer(), index);
            UUID id = each.customer().id().value();
            features.put(id, some);
            insert.add(comma + "(" + parameters() + ", ?)")
                    .add("", values(each.customer(), index, some).toArray())
                    .add("", id);
            comma = ", ";
        }
        work.run(insert);
        if (work.database() == Database.MARIADB) {
            rows.add(features);
        }
    }

    /** Removes what customers are found by, as far as it is there. */
    void remove(Collection<UUID> ids) {
        if (work.database() == Database.MARIADB) {
            storedFeatures(ids).forEach(rows::remove);
        }
        work.run(work.sql("delete from " + tables.documents() + " where ").among("customer_id", ids));
    }

    private String parameters() {
        return columns().stream().map(this::parameter).collect(Collectors.joining(", "));
    }

    private String parameter(String column) {
        return column.equals("features") ? Features.parameter(work.database()) : "?";
    }

    /** The texts of all attributes, with a mark between them: what occurs in none of them does not occur here. */
    static String attributeText(Map<String, String> texts) {
        return String.join(BETWEEN_ATTRIBUTES, new TreeMap<>(texts).values());
    }

    /** Touches the row only if something of it changed, since each change of it is one of its whole index. */
    void update(Customer customer, CustomerIndex index) {
        UUID id = customer.id().value();
        int[] features = Features.of(customer, index);
        Object[] values = values(customer, index, features).toArray();
        Sql update = work.sql("update " + tables.documents() + " set ")
                .add(assignments(" = ", ", "), values)
                .add(" where customer_id = ?", id)
                .add(" and (" + assignments(" <> ", " or ") + ")", values);
        if (work.database() != Database.MARIADB) {
            work.run(update);
            return;
        }
        int[] before = storedFeatures(List.of(id)).getOrDefault(id, new int[0]);
        work.run(update);
        rows.add(Map.of(id, without(features, before)));
        rows.remove(id, without(before, features));
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(COLUMNS);
        if (tables.areIndexed()) {
            columns.add("features");
        }
        return columns;
    }

    private String assignments(String operator, String between) {
        List<String> parts = new ArrayList<>();
        for (String column : columns()) {
            parts.add(column + operator + parameter(column));
        }
        return String.join(between, parts);
    }

    private List<Object> values(Customer customer, CustomerIndex index, int[] features) {
        SplitText open = SplitText.of(index.openText());
        SplitText contacts = SplitText.of(index.contactText());
        List<Object> values = new ArrayList<>(List.of(
                index.version(),
                customer.team().value(),
                customer.owner().map(Object::toString).orElse(""),
                open.text(),
                open.lines(),
                contacts.text(),
                contacts.lines(),
                attributeText(index.attributeTexts())));
        if (tables.areIndexed()) {
            values.add(Features.toColumn(work.database(), features));
        }
        return values;
    }

    /** The features as they stand with the texts, for rows of features are found by these only. */
    private Map<UUID, int[]> storedFeatures(Collection<UUID> ids) {
        Map<UUID, int[]> all = new TreeMap<>();
        Sql select = work.sql("select customer_id, features from " + tables.documents() + " where ")
                .among("customer_id", ids);
        work.rows(select, row -> all.put(work.database().id(row, 1), Features.read(work.database(), row, 2)));
        return all;
    }

    private static int[] without(int[] features, int[] others) {
        return Arrays.stream(features)
                .filter(feature -> Arrays.binarySearch(others, feature) < 0)
                .toArray();
    }
}
