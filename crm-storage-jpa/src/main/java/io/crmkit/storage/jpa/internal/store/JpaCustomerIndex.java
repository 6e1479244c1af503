package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.CustomerIndexStore;
import io.crmkit.spi.storage.IndexedCustomer;
import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Sql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What customers are found by, looked at and made anew. */
final class JpaCustomerIndex implements CustomerIndexStore {
    private final Work work;
    private final SearchTables tables;
    private final CustomerKeys keys;
    private final SearchDocuments documents;

    JpaCustomerIndex(Work work, SearchTables tables) {
        this.work = work;
        this.tables = tables;
        this.keys = new CustomerKeys(work);
        this.documents = new SearchDocuments(work, tables);
    }

    @Override
    public List<IndexedCustomer> list(Optional<CustomerId> after, int limit) {
        Hql query = Hql.of("select c from CrmCustomer c");
        after.ifPresent(id -> query.and(query.above("c.id", id.value())));
        List<Customer> customers = work.list(query.orderBy("c.id").limit(limit), CustomerRow.class).stream()
                .map(CustomerRow::toCustomer)
                .toList();
        if (customers.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = ids(customers);
        Map<UUID, CustomerKeys.Stored> stored = keys.stored(ids);
        Map<UUID, Document> texts = texts(ids);
        Set<UUID> complete = complete(texts);
        List<IndexedCustomer> all = new ArrayList<>();
        for (Customer customer : customers) {
            UUID id = customer.id().value();
            CustomerKeys.Stored its = stored.getOrDefault(id, CustomerKeys.Stored.nothing());
            all.add(new IndexedCustomer(
                    customer,
                    Optional.ofNullable(texts.get(id))
                            .filter(document -> complete.contains(id))
                            .flatMap(document -> document.index(customer, its))));
        }
        return all;
    }

    /** MariaDB keeps features in rows of their own. */
    private Set<UUID> complete(Map<UUID, Document> texts) {
        if (work.database() != Database.MARIADB) {
            return texts.keySet();
        }
        Map<UUID, int[]> features = new LinkedHashMap<>();
        texts.forEach((id, document) -> features.put(id, document.features));
        return new FeatureRows(work, tables).complete(features);
    }

    private static List<UUID> ids(List<Customer> customers) {
        return customers.stream().map(customer -> customer.id().value()).toList();
    }

    private Map<UUID, Document> texts(List<UUID> ids) {
        String features = tables.areIndexed() ? ", features" : "";
        Sql select = work.sql("select customer_id, text_version, team, owner_id, open_text, open_lines,"
                        + " contact_text, contact_lines, attribute_text" + features + " from " + tables.documents()
                        + " where ")
                .among("customer_id", ids);
        Map<UUID, Document> texts = new HashMap<>();
        work.rows(
                select,
                row -> texts.put(
                        work.database().id(row, 1),
                        new Document(
                                row.getInt(2),
                                List.of(row.getString(3), row.getString(4)),
                                List.of(
                                        new SplitText(row.getString(5), row.getString(6)).whole(),
                                        new SplitText(row.getString(7), row.getString(8)).whole(),
                                        row.getString(9)),
                                tables.areIndexed() ? Features.read(work.database(), row, 10) : new int[0])));
        return texts;
    }

    /** A row of what customers are found by: version, team and owner, texts, features. */
    private final class Document {
        private final int version;
        private final List<String> care;
        private final List<String> texts;
        private final int[] features;

        Document(int version, List<String> care, List<String> texts, int[] features) {
            this.version = version;
            this.care = care;
            this.texts = texts;
            this.features = features;
        }

        /** What was stored; empty if the parts of it do not fit. */
        Optional<CustomerIndex> index(Customer customer, CustomerKeys.Stored stored) {
            CustomerIndex index = new CustomerIndex(
                    stored.identifiers(), stored.contacts(), texts.get(0), texts.get(1), stored.attributes(), version);
            List<String> expected = List.of(
                    customer.team().value(),
                    customer.owner().map(Object::toString).orElse(""));
            boolean fits = care.equals(expected)
                    && texts.get(2).equals(SearchDocuments.attributeText(stored.attributes()))
                    && isIndexed(customer, index);
            return fits ? Optional.of(index) : Optional.empty();
        }

        private boolean isIndexed(Customer customer, CustomerIndex index) {
            return !tables.areIndexed() || Arrays.equals(features, Features.of(customer, index));
        }
    }

    @Override
    public void replace(List<IndexedCustomer> customers) {
        if (customers.isEmpty()) {
            work.check();
            return;
        }
        List<UUID> ids = ids(customers.stream().map(IndexedCustomer::customer).toList());
        lock(customers, ids);
        Map<UUID, CustomerKeys.Stored> before = keys.stored(ids);
        for (IndexedCustomer each : customers) {
            UUID id = each.customer().id().value();
            keys.replace(
                    id,
                    before.getOrDefault(id, CustomerKeys.Stored.nothing()),
                    each.index().orElseThrow());
        }
        documents.remove(ids);
        documents.insert(customers);
    }

    /** Keeps others from changing the customers until this is over. */
    private void lock(List<IndexedCustomer> customers, List<UUID> ids) {
        Sql select = work.sql("select id, version from " + tables.customers() + " where ")
                .among("id", ids)
                .add(" order by id for update");
        Map<UUID, Long> versions = new HashMap<>();
        work.lock(select, row -> versions.put(work.database().id(row, 1), row.getLong(2)));
        for (IndexedCustomer each : customers) {
            Customer customer = each.customer();
            long found = versions.getOrDefault(customer.id().value(), 0L);
            if (found != customer.version()) {
                throw work.stale("customer " + customer.id(), customer.version(), found);
            }
        }
    }
}
