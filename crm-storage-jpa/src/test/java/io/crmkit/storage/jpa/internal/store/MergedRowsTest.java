package io.crmkit.storage.jpa.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.storage.jpa.internal.sql.Database;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A merge moves the rows of every table that names customers: a new table, or a new column, has to be thought of. */
class MergedRowsTest {
    /** What the customer himself is made of, and goes with him. */
    private static final Set<String> HIS_OWN = Set.of(
            "customer_identifier.customer_id",
            "customer_contact.customer_id",
            "customer_attribute.customer_id",
            "customer_search.customer_id",
            "customer_feature.customer_id");

    /** Both sides of a merge, which stay what they were. */
    private static final Set<String> OF_MERGES = Set.of("customer_merge.survivor_id", "customer_merge.holds_for");

    /** What names no customers. */
    private static final Set<String> OF_OTHERS = Set.of(
            "customer_merge.id",
            "merged_record.merge_id",
            "merged_record.record_id",
            "merged_activity.merge_id",
            "customer.id",
            "note.id",
            "note_subject.note_id",
            "note_revision.note_id",
            "ticket.id",
            "ticket.follow_up_of",
            "ticket.merged_into",
            "ticket_event.id",
            "ticket_event.ticket_id",
            "ticket_message.id",
            "ticket_message.ticket_id",
            "rule_execution.id",
            "rule_execution.ticket_id",
            "due_item.ticket_id",
            "notification.id",
            "notification.ticket_id",
            "attachment.id",
            "attachment.place_id",
            "text_reference.parent_id",
            "text_reference.record_id",
            "audit_entry.id",
            "idempotency_key.result_id");

    @Test
    void everyColumnWithIdsIsMovedOrKnownToNameNoCustomer() {
        Set<String> moved = Stream.of(MergedRows.BY_ID, MergedRows.BY_TICKET, List.of(MergedRows.ACTIVITIES))
                .flatMap(List::stream)
                .map(table -> column(customerOf(table.entity())))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> known = new TreeSet<>(moved);
        known.addAll(HIS_OWN);
        known.addAll(OF_MERGES);
        known.addAll(OF_OTHERS);
        assertThat(idColumns()).isEqualTo(known);
        assertThat(moved).hasSize(6).allMatch(column -> column.endsWith(".customer_id"));
    }

    /** The statements name the field as the entity does. */
    private static Field customerOf(Class<?> entity) {
        return Arrays.stream(entity.getDeclaredFields())
                .filter(field -> field.getName().equals("customer"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> idColumns() {
        Set<String> columns = Mapping.rows().stream()
                .flatMap(row -> Arrays.stream(row.getDeclaredFields()))
                .filter(field -> field.getType() == UUID.class && field.isAnnotationPresent(Column.class))
                .map(MergedRowsTest::column)
                .collect(Collectors.toCollection(TreeSet::new));
        columns.addAll(searchColumns());
        return columns;
    }

    /** Of the tables that are not mapped; the owner is an agent. */
    private static Set<String> searchColumns() {
        Set<String> columns = new TreeSet<>();
        for (Database database : Database.values()) {
            SearchTables.columns(database)
                    .forEach((table, names) -> names.stream()
                            .filter(name -> name.endsWith("_id") && !name.equals("owner_id"))
                            .forEach(name -> columns.add(table + "." + name)));
        }
        return columns;
    }

    private static String column(Field field) {
        Class<?> row = field.getDeclaringClass();
        assertThat(row.isAnnotationPresent(Entity.class)).isTrue();
        return row.getAnnotation(Table.class).name() + "."
                + field.getAnnotation(Column.class).name();
    }
}
